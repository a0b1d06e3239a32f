/** A file of an archive: its path with `/`, and its text. */
export interface ZipFile {
  readonly path: string
  readonly text: string
}

/**
 * A ZIP archive (PKWARE APPNOTE 6.3.10) that stores its files as they are: definitions are a few kilobytes, and a browser
 * needs no library for it. Names are UTF-8; `at` is the time of all of them, in the reader's own zone.
 */
export function zipOf(files: readonly ZipFile[], at: Date): Uint8Array<ArrayBuffer> {
  const encoder = new TextEncoder()
  const parts: Uint8Array[] = []
  const directory: Uint8Array[] = []
  const stamp = dosTime(at)
  let offset = 0
  for (const { path, text } of files) {
    const [name, body] = [encoder.encode(path), encoder.encode(text)]
    const common = [
      ...[20, 2],
      // Bit 11: the name is UTF-8. Method 0: stored.
      ...[0x0800, 2, 0, 2],
      ...[stamp.time, 2, stamp.date, 2],
      ...[crc32(body), 4, body.length, 4, body.length, 4],
      ...[name.length, 2, 0, 2],
    ]
    const local = record(0x04034b50, common)
    parts.push(local, name, body)
    directory.push(record(0x02014b50, [20, 2, ...common, 0, 2, 0, 2, 0, 2, 0, 4, offset, 4]), name)
    offset += local.length + name.length + body.length
  }
  const size = directory.reduce((sum, part) => sum + part.length, 0)
  const end = record(0x06054b50, [0, 2, 0, 2, files.length, 2, files.length, 2, size, 4, offset, 4, 0, 2])
  return joined([...parts, ...directory, end])
}

/** A record: its signature, then numbers each followed by how many bytes it takes, the lowest first. */
function record(signature: number, fields: readonly number[]): Uint8Array {
  const pairs = [signature, 4, ...fields]
  let length = 0
  for (let index = 1; index < pairs.length; index += 2) length += pairs[index]!
  const bytes = new Uint8Array(length)
  let at = 0
  for (let index = 0; index < pairs.length; index += 2)
    for (let byte = 0; byte < pairs[index + 1]!; byte++) bytes[at++] = Math.floor(pairs[index]! / 2 ** (8 * byte)) & 0xff
  return bytes
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

function dosTime(at: Date): { readonly time: number; readonly date: number } {
  return {
    time: (at.getHours() << 11) | (at.getMinutes() << 5) | (at.getSeconds() >> 1),
    date: ((Math.max(1980, at.getFullYear()) - 1980) << 9) | ((at.getMonth() + 1) << 5) | at.getDate(),
  }
}

const table = Array.from({ length: 256 }, (_, index) => {
  let value = index
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1
  return value >>> 0
})

/** CRC-32 of ISO 3309, as ZIP has it. */
function crc32(bytes: Uint8Array): number {
  let value = 0xffffffff
  for (const byte of bytes) value = table[(value ^ byte) & 0xff]! ^ (value >>> 8)
  return (value ^ 0xffffffff) >>> 0
}
