import { expect, it, vi } from 'vitest'
import { makeEarlyTyping } from './early-typing.ts'

function keyboard() {
  const window = new EventTarget()
  const reached = vi.fn()
  const typing = makeEarlyTyping(window as unknown as Window)
  window.addEventListener('keydown', reached)
  const press = (key: string, more: object = {}) =>
    window.dispatchEvent(
      Object.assign(new Event('keydown', { cancelable: true }), { key, ctrlKey: false, metaKey: false, altKey: false, ...more }),
    )
  return { typing, press }
}

it('keeps what is typed until the box is there, and takes back what was deleted', () => {
  const { typing, press } = keyboard()
  typing.begin()
  for (const key of ['s', 't', 'x', 'Backspace', 'ă']) expect(press(key)).toBe(false)
  expect(typing.end()).toBe('stă')
  expect(press('a')).toBe(true)
  expect(typing.end()).toBe('')
})
it('leaves shortcuts and other keys alone', () => {
  const { typing, press } = keyboard()
  typing.begin()
  expect(press('s', { ctrlKey: true })).toBe(true)
  expect(press('Escape')).toBe(true)
  expect(typing.end()).toBe('')
})
