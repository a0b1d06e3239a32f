import { isIPv6 } from 'node:net'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { networkOf } from './network-of.ts'

it.each([
  ['203.0.113.7', '203.0.113.7'],
  ['::ffff:203.0.113.7', '203.0.113.7'],
  ['::FFFF:203.0.113.7', '203.0.113.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::'],
  ['2001:0DB8:0001:0002::1', '2001:db8:1:2::'],
  ['2001:db8::5', '2001:db8:0:0::'],
  ['fe80::1%eth0', 'fe80:0:0:0::'],
  ['::1', '0:0:0:0::'],
  ['64:ff9b::203.0.113.7', '64:ff9b:0:0::'],
  ['unknown', 'unknown'],
  ['', ''],
])('of %s it is %s', (address, network) => {
  expect(networkOf(address)).toBe(network)
})

it('is one for all that share the first 64 bits, and another for all that do not', () => {
  const group = fc.integer({ min: 0, max: 0xffff })
  fc.assert(
    fc.property(fc.array(group, { minLength: 8, maxLength: 8 }), fc.array(group, { minLength: 8, maxLength: 8 }), (one, other) => {
      const text = (groups: readonly number[]) => groups.map((each) => each.toString(16)).join(':')
      const moved = [...one.slice(0, 4), ...other.slice(4)]
      fc.pre(one.slice(0, 4).join() !== other.slice(0, 4).join() && one.slice(0, 5).some((each) => each !== 0))
      expect(isIPv6(networkOf(text(one)))).toBe(true)
      expect(networkOf(text(moved))).toBe(networkOf(text(one)))
      expect(networkOf(text(other))).not.toBe(networkOf(text(one)))
    }),
  )
})
