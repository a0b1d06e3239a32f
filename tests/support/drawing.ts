// The mouse on a drawing: what is carried, and where an arrow lies on the screen.
import type { Locator, Page } from 'playwright-core'

type Point = readonly [number, number]

/** Drags a thing to a point of the window, in steps as a hand does. */
export async function carry(page: Page, what: Locator, [x, y]: Point): Promise<void> {
  const from = await what.boundingBox()
  if (!from) throw new Error('what is to be carried is not on the screen')
  await page.mouse.move(from.x + 20, from.y + from.height / 2)
  await page.mouse.down()
  await page.mouse.move((from.x + x) / 2, (from.y + y) / 2, { steps: 6 })
  await page.mouse.move(x, y, { steps: 6 })
  await page.mouse.up()
}

/** A point in the last part of the arrow between two steps, in pixels of the window; waits until the drawing stands still. */
export async function pointOnArrow(page: Page, from: string, to: string): Promise<Point> {
  const line = page
    .getByRole('img', { name: `Edge from ${from} to ${to}` })
    .locator('path')
    .first()
  const point = () =>
    line.evaluate((path: SVGPathElement): Point => {
      const at = path.getPointAtLength(path.getTotalLength() * 0.85).matrixTransform(path.getScreenCTM() ?? undefined)
      return [at.x, at.y]
    })
  for (let before = await point(); ; ) {
    await page.waitForTimeout(200)
    const now = await point()
    if (now[0] === before[0] && now[1] === before[1]) return now
    before = now
  }
}
