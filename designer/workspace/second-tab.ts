import { useEffect, useState } from 'react'

/** Whether the designer is open in another tab of this browser too: both know as soon as the second opens. */
export function useSecondTab(): boolean {
  const [other, found] = useState(false)
  useEffect(() => {
    if (typeof BroadcastChannel === 'undefined') return
    const channel = new BroadcastChannel('dosar-designer')
    const others = new Set<string>()
    const own = crypto.getRandomValues(new Uint32Array(2)).join('-')
    const say = (what: string) => channel.postMessage({ what, from: own })
    channel.onmessage = ({ data }: MessageEvent<{ what: string; from: string }>) => {
      if (data.what === 'gone') others.delete(data.from)
      else others.add(data.from)
      if (data.what === 'opened') say('here')
      found(others.size > 0)
    }
    const leave = () => say('gone')
    addEventListener('pagehide', leave)
    say('opened')
    return () => {
      leave()
      removeEventListener('pagehide', leave)
      channel.close()
    }
  }, [])
  return other
}
