import { createRoute, z } from '@hono/zod-openapi'
import { streamSSE } from 'hono/streaming'
import { createRouter, type Services } from '../context.ts'
import type { ChangeEvent, ChangesHello } from '../contract.ts'
import { followIncidents } from '../incidents/follow-incidents.ts'
import { followReports } from '../moderation/follow-reports.ts'
import { followPlans } from '../plan-changes.ts'
import { followProblems } from '../problems/follow-problems.ts'
import { layersSeenBy, withinToken } from '../rights/layers.ts'

const heartbeat = 15_000
const maximumWaiting = 1000

/** For a listener too slow to hear each change: the layers it should read anew. */
const asReloads = (events: readonly ChangeEvent[]): ChangeEvent[] => {
  const latest = new Map(events.map((event) => [event.layer, event.version]))
  return [...latest].map(([layer, version]) => ({ layer, version, op: 'reload' }))
}

/** GET /api/changes: server-sent events of what changed, as the caller's audience may see it. */
export function changeRoutes({ audit, auth, database, layers, log, tiles, stopping }: Services) {
  const route = createRoute({
    method: 'get',
    path: '/api/changes',
    summary: 'What changed, as it changes',
    responses: {
      200: {
        description: 'Server-sent events named change',
        content: { 'text/event-stream': { schema: z.string() } },
      },
    },
  })
  // A stream is no typed answer to zod-openapi: the document says what its events are.
  return createRouter().openapi(
    route,
    (c) =>
      streamSSE(c, async (stream) => {
        await tiles.ready(c.var.caller.audience)
        for (const layer of layersSeenBy(layers, c.var.caller))
          audit.sensitiveRead(c.var.caller, { layer: layer.id, by: 'changes' })
        const waiting: ChangeEvent[] = []
        let wake = () => {}
        const leave = () => wake()
        const { caller } = c.var
        const tell = (event: ChangeEvent) => {
          waiting.push(event)
          if (waiting.length > maximumWaiting) waiting.splice(0, waiting.length, ...asReloads(waiting))
          wake()
        }
        const leaveIncidents = followIncidents(database, caller, tell)
        const leaveProblems = followProblems(database, caller, tell)
        const leaveReports = followReports(database, caller, tell)
        const stop = tiles.changes(caller.audience, (event) => {
          if (event.layer === 'basemap' || withinToken(caller, event.layer)) tell(event)
        })
        const leavePlans = followPlans({
          database,
          caller,
          tell,
          onError: (error) => log.error({ err: error }, 'a plan’s members could not be read'),
        })
        // A session that ends takes its stream with it; the browser comes back as whoever it is then.
        let over = false
        const unwatch = auth.watch(c.var.caller, () => {
          over = true
          wake()
        })
        stream.onAbort(leave)
        stopping.addEventListener('abort', leave)
        try {
          const changed = layersSeenBy(layers, caller)
            .map(({ id }) => id)
            .filter((id) => tiles.hasChanged(id, caller.audience))
          const hello: ChangesHello = {
            versions: Object.fromEntries(changed.map((id) => [id, tiles.version(id, caller.audience)])),
          }
          await stream.writeSSE({ event: 'hello', data: JSON.stringify(hello), retry: 1000 })
          while (!stream.aborted && !stopping.aborted && !over) {
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
            if (waiting.length === 0 && !stopping.aborted && !over)
              await stream.writeSSE({ event: 'alive', data: '{}' })
          }
        } finally {
          stop()
          leavePlans()
          leaveIncidents()
          leaveProblems()
          leaveReports()
          unwatch()
          stopping.removeEventListener('abort', leave)
        }
      }) as never,
  )
}
