import { streamSSE } from 'hono/streaming'
import { createRouter, type Services } from '../context.ts'
import type { ChangeEvent } from '../contract.ts'

const heartbeat = 15_000
const maximumWaiting = 1000

/** GET /api/changes: server-sent events of what changed, as the caller's audience may see it. */
export function changeRoutes({ tiles, stopping }: Services) {
  return createRouter().get('/api/changes', (c) =>
    streamSSE(c, async (stream) => {
      const waiting: ChangeEvent[] = []
      let wake = () => {}
      const leave = () => wake()
      const stop = tiles.changes(c.var.caller.audience, (event) => {
        if (waiting.length < maximumWaiting) waiting.push(event)
        wake()
      })
      stream.onAbort(leave)
      stopping.addEventListener('abort', leave)
      try {
        await stream.writeSSE({ event: 'hello', data: '{}', retry: 1000 })
        while (!stream.aborted && !stopping.aborted) {
          const event = waiting.shift()
          if (event) {
            await stream.writeSSE({ event: 'change', data: JSON.stringify(event) })
            continue
          }
          const timer = setTimeout(leave, heartbeat)
          await new Promise<void>((resolve) => {
            wake = resolve
          })
          clearTimeout(timer)
          if (waiting.length === 0 && !stopping.aborted) await stream.writeSSE({ event: 'alive', data: '{}' })
        }
      } finally {
        stop()
        stopping.removeEventListener('abort', leave)
      }
    }),
  )
}
