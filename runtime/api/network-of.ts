import { isIPv6 } from 'node:net'

/**
 * The network that an address speaks for, as an address: an IPv4 address itself, also where it comes dressed as IPv6; of an IPv6
 * address its first 64 bits, for those are what one connection is given (RFC 6177), and whoever has it may choose the rest freely.
 * What is no address comes back as it is.
 */
export function networkOf(address: string): string {
  const [plain = ''] = address.split('%')
  const dressed = /^::ffff:(\d{1,3}(?:\.\d{1,3}){3})$/i.exec(plain)
  if (dressed) return dressed[1]!
  if (!isIPv6(plain)) return address
  const [before = '', after] = plain.split('::')
  const groups = (text: string | undefined) => (text ? text.split(':') : [])
  const head = groups(before)
  const tail = groups(after)
  // A dotted end stands for two groups.
  const written = head.length + tail.length + (plain.includes('.') ? 1 : 0)
  const all = after === undefined ? head : [...head, ...Array.from({ length: 8 - written }, () => '0'), ...tail]
  const network = all.slice(0, 4).map((group) => Number.parseInt(group, 16).toString(16))
  return `${network.join(':')}::`
}
