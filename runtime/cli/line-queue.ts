/** Hands lines from one side to the other, a few hundred at most in between, so that a large site fits into memory. */
export function lineQueue(most = 500) {
  const waiting: string[] = []
  const over: { ended: boolean; fault: { readonly error: unknown } | null } = { ended: false, fault: null }
  let stopped = false
  let wake: (() => void) | undefined
  const changed = () => {
    wake?.()
    wake = undefined
  }
  const change = () =>
    new Promise<void>((resolve) => {
      const before = wake
      wake = () => {
        before?.()
        resolve()
      }
    })
  return {
    async write(line: string): Promise<void> {
      while (waiting.length >= most && !stopped) await change()
      if (stopped) throw new Error('nobody reads any more')
      waiting.push(line)
      changed()
    },
    end(): void {
      over.ended = true
      changed()
    },
    fail(error: unknown): void {
      over.fault = { error }
      changed()
    },
    /** Nobody reads any more: whoever writes is told. */
    stop(): void {
      stopped = true
      changed()
    },
    lines: (async function* () {
      for (;;) {
        const line = waiting.shift()
        if (line !== undefined) {
          changed()
          yield line
        } else if (over.fault) throw over.fault.error
        else if (over.ended) return
        else await change()
      }
    })(),
  }
}
