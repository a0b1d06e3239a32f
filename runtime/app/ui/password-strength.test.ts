import { describe, expect, it } from 'vitest'
import { passwordStrength } from './password-strength.ts'

describe('a password', () => {
  it('is short under ten characters', () => expect(passwordStrength('Str0ng!xy')).toBe('short'))
  it('is guessable where it repeats, runs in a row, or is one’s own name', () => {
    for (const one of ['aaaaaaaaaaaa', '1234567890', 'qwertyuiop12', 'abababababab']) expect(passwordStrength(one)).toBe('guessable')
    expect(passwordStrength('darialupu2026', ['Daria Lupu', 'daria@ctitor.example'])).toBe('guessable')
  })
  it('is enough with ten unlike characters, and strong when long or varied', () => {
    expect(passwordStrength('gradina-mea')).toBe('enough')
    expect(passwordStrength('Gradina-mea-7')).toBe('strong')
    expect(passwordStrength('patru pisici pe acoperiș')).toBe('strong')
  })
})
