/** Where routes run: right angles between boxes, in whole points of the canvas. */

export type Point = readonly [x: number, y: number]
export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** How a route makes its way: over or under what lies between, which of the parallel ways it takes, and what it must clear. */
export interface Lane {
  readonly side: 'over' | 'under'
  /** 0 is the nearest way around; the next lies further out. */
  readonly index: number
  /** What lies between: it runs outside of it. */
  readonly clear?: Box | undefined
  /** Whether it goes around even where it could go straight: it leaves a frame. */
  readonly out?: boolean
  /** How far it lies off the middle, where several lead from the same step to the same. */
  readonly offset?: number
  /** Where it goes up or down past the steps that stand in its way. */
  readonly beside?: number | undefined
}

/** How wide the words on a line may be, in points: on a short piece, on a long one, across an upright one. */
const WORDS = { least: 54, most: 240, beside: 130 } as const
/** A line so short has its words above it, so far from it. */
const SHORT = 120
const ABOVE = 16
const CLEAR = 26
const LANE = 20
/** Between the start of a route and its first turn. */
const LEAD = 18
/** Between a step and the route that goes past it. */
const PASS = 20

const right = ({ x, width }: Box) => x + width
const bottom = ({ y, height }: Box) => y + height
const middle = ({ x, width }: Box) => x + width / 2
const centre = ({ y, height }: Box) => y + height / 2

/** Whether a route can go straight on: its target lies to the right. */
export const goesForward = (source: Box, target: Box): boolean => target.x >= right(source) + LEAD

/** The corners of a route from one box to another. Forward from right to left; to what lies below or above in the same column straight down or up; else around. */
export function routePoints(source: Box, target: Box, lane: Lane): readonly Point[] {
  if (goesForward(source, target)) return forward(source, target, lane.offset ?? 0)
  if (inColumn(source, target) && !lane.out) return column(source, target)
  return around(source, target, lane)
}

export const inColumn = (a: Box, b: Box): boolean =>
  Math.abs(middle(a) - middle(b)) < 90 && (bottom(a) + LEAD < b.y || bottom(b) + LEAD < a.y)

function forward(source: Box, target: Box, offset: number): readonly Point[] {
  const from: Point = [right(source), centre(source) + offset]
  // A bar is as high as its block: an arrow arrives where it comes from.
  const isBar = target.width < 20 && from[1] > target.y + 6 && from[1] < bottom(target) - 6
  // A diamond is met at its corner alone.
  const nearly = target.height > 60 && Math.abs(centre(source) - centre(target)) <= 24
  const to: Point = [target.x, isBar || nearly ? from[1] : centre(target) + offset]
  if (Math.abs(from[1] - to[1]) < 3) return [from, [to[0], from[1]]]
  // The turn lies near the target, so that what comes from one step shares its beginning.
  const turn = Math.max(from[0] + LEAD / 2, Math.min(to[0] - LEAD, from[0] + (to[0] - from[0]) / 2))
  return [from, [turn, from[1]], [turn, to[1]], to]
}

function column(source: Box, target: Box): readonly Point[] {
  const down = source.y < target.y
  const from: Point = [middle(source), down ? bottom(source) : source.y]
  const to: Point = [middle(target), down ? target.y : bottom(target)]
  if (Math.abs(from[0] - to[0]) < 3) return [from, [from[0], to[1]]]
  const turn = (from[1] + to[1]) / 2
  return [from, [from[0], turn], [to[0], turn], to]
}

function around(source: Box, target: Box, { side, index, clear, beside }: Lane): readonly Point[] {
  const over = side === 'over'
  const spread = 10 * ((index % 5) - 2)
  const sx = middle(source) + Math.max(-source.width / 3, Math.min(source.width / 3, spread))
  const tx = middle(target) + Math.max(-target.width / 3, Math.min(target.width / 3, spread))
  const edges = [source, target, ...(clear ? [clear] : [])]
  const y = over ? Math.min(...edges.map((box) => box.y)) - CLEAR - index * LANE : Math.max(...edges.map(bottom)) + CLEAR + index * LANE
  const start = over ? source.y : bottom(source)
  const aside = over ? start - LEAD : start + LEAD
  const upright: readonly Point[] =
    beside === undefined
      ? [[sx, y]]
      : [
          [sx, aside],
          [beside, aside],
          [beside, y],
        ]
  return [[sx, start], ...upright, [tx, y], [tx, over ? target.y : bottom(target)]]
}

/** Where a route that goes around can pass the steps above or below its own: left of them all. Undefined where none stands in its way. */
export function passBeside(source: Box, side: Lane['side'], steps: readonly Box[]): number | undefined {
  const past = steps.filter(
    (step) =>
      step !== source &&
      step.x <= middle(source) &&
      right(step) >= middle(source) &&
      (side === 'over' ? bottom(step) <= source.y : step.y >= bottom(source)),
  )
  return past.length === 0 ? undefined : Math.min(...past.map(({ x }) => x)) - PASS
}

/** The line through the corners as an SVG path, with rounded turns. */
export function roundedPath(points: readonly Point[], radius = 10): string {
  const [first, ...rest] = points
  if (!first) return ''
  let path = `M${first[0]} ${first[1]}`
  for (const [index, corner] of rest.entries()) {
    const before = points[index]!
    const after = rest[index + 1]
    if (!after) {
      path += `L${corner[0]} ${corner[1]}`
      continue
    }
    const bend = Math.min(radius, distance(before, corner) / 2, distance(corner, after) / 2)
    const [ix, iy] = towards(corner, before, bend)
    const [ox, oy] = towards(corner, after, bend)
    path += `L${ix} ${iy}Q${corner[0]} ${corner[1]} ${ox} ${oy}`
  }
  return path
}

const distance = (a: Point, b: Point): number => Math.hypot(a[0] - b[0], a[1] - b[1])

function towards(from: Point, to: Point, by: number): Point {
  const length = distance(from, to)
  return length === 0 ? from : [from[0] + ((to[0] - from[0]) / length) * by, from[1] + ((to[1] - from[1]) / length) * by]
}

/** Where the words of a route stand, the middle of its longest piece, and how wide they may be there. */
export function labelPlace(points: readonly Point[]): { readonly at: Point; readonly width: number } {
  let best: Point = points[0] ?? [0, 0]
  let longest = -1
  let width: number = WORDS.most
  for (const [index, to] of points.slice(1).entries()) {
    const from = points[index]!
    const length = distance(from, to)
    // Across the line reads better than along it.
    const weight = from[1] === to[1] ? length * 1.6 : length
    if (weight < longest) continue
    longest = weight
    best = [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2]
    width = from[1] === to[1] ? Math.max(WORDS.least, Math.min(WORDS.most, length - 10)) : WORDS.beside
    if (from[1] !== to[1] || points.length !== 2 || length > SHORT) continue
    // A short straight line has no room: its words stand over it, clear of its head and of where an arrow is pulled out.
    width = length + 24
    best = [(from[0] + to[0]) / 2 - 10, from[1] - ABOVE]
  }
  return { at: best, width }
}

/** Where a route crosses the frame of a block on its way out; undefined where it does not. */
export function crossing(points: readonly Point[], frame: Box): Point | undefined {
  const inside = ([x, y]: Point) => x > frame.x && x < right(frame) && y > frame.y && y < bottom(frame)
  for (const [index, to] of points.slice(1).entries()) {
    const from = points[index]!
    if (!inside(from) || inside(to)) continue
    if (from[1] === to[1]) return [to[0] > from[0] ? right(frame) : frame.x, from[1]]
    return [from[0], to[1] > from[1] ? bottom(frame) : frame.y]
  }
  return undefined
}

/** How far a point lies from a route. */
export function distanceTo(point: Point, points: readonly Point[]): number {
  let least = Number.POSITIVE_INFINITY
  for (const [index, to] of points.slice(1).entries()) {
    const from = points[index]!
    const [dx, dy] = [to[0] - from[0], to[1] - from[1]]
    const length = dx * dx + dy * dy
    const along = length === 0 ? 0 : Math.max(0, Math.min(1, ((point[0] - from[0]) * dx + (point[1] - from[1]) * dy) / length))
    least = Math.min(least, distance(point, [from[0] + along * dx, from[1] + along * dy]))
  }
  return least
}
