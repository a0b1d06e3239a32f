/** Something that takes room on the canvas, by its upper left corner. */
export interface Taken {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** A step is as large as this at most before it is drawn. */
export const room = { width: 200, height: 110 }
/** What it keeps from its neighbours. */
const apart = 20
const stride = 20
const farthest = 80

/** The place nearest to a point where a new step covers nothing: its upper left corner. The point itself where all around is full. */
export function freeSpot(taken: readonly Taken[], [x, y]: readonly [number, number]): readonly [number, number] {
  const isFree = (left: number, top: number) =>
    taken.every(
      (one) =>
        one.x >= left + room.width + apart ||
        one.x + one.width + apart <= left ||
        one.y >= top + room.height + apart ||
        one.y + one.height + apart <= top,
    )
  // Rings around the point, the nearest of each first; to the right and below where two are equally near.
  for (let ring = 0; ring <= farthest; ring++) {
    const around = ringOf(ring).sort((a, b) => Math.hypot(...a) - Math.hypot(...b) || b[0] - a[0] || b[1] - a[1])
    const found = around.find(([right, down]) => isFree(x + right * stride, y + down * stride))
    if (found) return [x + found[0] * stride, y + found[1] * stride]
  }
  return [x, y]
}

function ringOf(ring: number): [number, number][] {
  const side = Array.from({ length: 2 * ring + 1 }, (_, index) => index - ring)
  return side.flatMap((a) => side.flatMap((b): [number, number][] => (Math.max(Math.abs(a), Math.abs(b)) === ring ? [[a, b]] : [])))
}
