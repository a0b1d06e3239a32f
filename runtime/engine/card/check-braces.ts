import type { World } from '../check-world.ts'
import type { Checking } from '../checking.ts'
import type { LocalText } from '../site.ts'
import { checkPath, type PathPlace } from './check-path.ts'
import { pathsIn } from './render-text.ts'

/**
 * Checks what stands in braces in a text. `message`: it goes out to people, or stands where every reader sees it, so that
 * nothing confidential may be in it; what only some may see stays empty there.
 */
export function checkBraces(
  world: World,
  checking: Checking,
  at: string,
  text: LocalText | undefined,
  place: PathPlace,
  use: 'title' | 'message' | 'screen',
): void {
  if (text === undefined) return
  for (const path of pathsIn(text)) {
    const end = checkPath(world, checking, at, path, place)
    if (!end) continue
    if (end.confidential && use !== 'screen') checking.problem('confidential-in-text', at, { field: path })
    else if (end.guarded && use === 'title') checking.problem('hidden-in-title', at, { field: path })
    else if (end.guarded) checking.hint('hidden-in-text', at, { field: path })
  }
}
