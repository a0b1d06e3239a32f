export type Strength = 'short' | 'guessable' | 'enough' | 'strong'

/** The fewest characters that the server takes. */
export const fewestCharacters = 10

const rows = ['abcdefghijklmnopqrstuvwxyz', '01234567890', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm']

/**
 * How hard a password is to guess, roughly: length counts most. Guessable is what repeats, follows the alphabet or the
 * keyboard, or is made of `known` words, such as the person's own name.
 */
export function passwordStrength(password: string, known: readonly string[] = []): Strength {
  if ([...password].length < fewestCharacters) return 'short'
  const plain = password.toLowerCase()
  const left = known
    .flatMap((word) => word.toLowerCase().split(/[\s@.]+/))
    .filter((word) => word.length > 2)
    .reduce((text, word) => text.replaceAll(word, ''), plain)
  if (new Set(left).size < 5 || left.length < 5 || inARow(left)) return 'guessable'
  const classes = [/\p{Ll}/u, /\p{Lu}/u, /\d/, /[^\p{L}\d]/u].filter((one) => one.test(password)).length
  return password.length >= 16 || (password.length >= 12 && classes >= 3) ? 'strong' : 'enough'
}

/** Most of it lies side by side in the alphabet or on the keyboard. */
function inARow(text: string): boolean {
  let steps = 0
  for (let at = 1; at < text.length; at++) {
    const pair = text.slice(at - 1, at + 1)
    if (rows.some((row) => row.includes(pair) || [...row].reverse().join('').includes(pair))) steps++
  }
  return steps > text.length * 0.6
}
