import { AsyncLocalStorage } from 'node:async_hooks'
import type { LayerDefinition } from '@trygghetskartan/layers'
import type { Logger } from 'pino'
import { actorOf, type Caller } from '../auth.ts'
import type { Actor, Database, Sql } from '../database/database.ts'
import { type AuditEvent, appendAudit } from '../queries/audit.ts'
import { sensitiveLayers } from './sensitive-layers.ts'

export interface SensitiveRead {
  readonly layer: string
  readonly by: 'tiles' | 'items' | 'object' | 'export' | 'history' | 'changes'
  readonly object?: string
}

export interface Audit {
  /** Inside a transaction that writes: stands in the trail exactly when what it tells of does. */
  append(sql: Sql, event: AuditEvent): Promise<void>
  /** In a transaction of its own. */
  record(caller: Caller, event: AuditEvent): Promise<void>
  /** Of a layer that is not sensitive nothing is kept. Otherwise once per caller, layer and way in five minutes, written within two seconds. */
  sensitiveRead(caller: Caller, what: SensitiveRead): void
  /** The same, always an entry of its own, and written when the promise resolves: for single objects and exports, before the answer is sent. */
  witness(caller: Caller, what: SensitiveRead): Promise<void>
  /** Writes the readings that wait. */
  flush(): Promise<void>
  close(): Promise<void>
}

export interface AuditOptions {
  readonly database: Database
  readonly layers: readonly LayerDefinition[]
  readonly log: Pick<Logger, 'error'>
  /** Milliseconds; for tests. */
  readonly window?: number
  readonly delay?: number
}

const minutes = 60_000
const maximumWaiting = 10_000
const maximumSeen = 20_000

const actions = {
  tiles: 'layer.read',
  items: 'layer.read',
  changes: 'layer.read',
  export: 'layer.exported',
  object: 'object.read',
  history: 'object.read',
} as const satisfies Record<SensitiveRead['by'], string>

const eventOf = ({ layer, by, object }: SensitiveRead): AuditEvent => ({
  action: actions[by],
  kind: layer,
  object: object ?? null,
  detail: { by },
})

/** The audit trail's writing end. */
export function createAudit(options: AuditOptions): Audit {
  const { database, log, window = 5 * minutes, delay = 500 } = options
  const sensitive = sensitiveLayers(options.layers)
  /** Reader, layer and way -> when it is to be written again. */
  const seen = new Map<string, number>()
  let waiting: { actor: Actor; event: AuditEvent }[] = []
  let timer: NodeJS.Timeout | undefined
  let writing: Promise<void> = Promise.resolve()
  // A reading may be told from inside a transaction; it is written in one of its own.
  const outside = AsyncLocalStorage.snapshot()

  const forgetOld = (now: number): void => {
    for (const [key, until] of seen) if (until <= now) seen.delete(key)
    if (seen.size >= maximumSeen) seen.clear()
  }

  const write = async (): Promise<void> => {
    const taken = waiting
    waiting = []
    const actors = Map.groupBy(taken, ({ actor }) => `${actor.id}\n${actor.audience}\n${actor.address ?? ''}`)
    for (const readings of actors.values()) {
      try {
        await database.write(readings[0]!.actor, async (sql) => {
          for (const { event } of readings) await appendAudit(sql, event)
        })
      } catch (error) {
        waiting.unshift(...readings)
        log.error({ err: error, waiting: waiting.length }, 'readings could not be written to the audit trail')
      }
    }
    if (waiting.length > maximumWaiting) {
      log.error({ lost: waiting.length - maximumWaiting }, 'readings are missing in the audit trail')
      waiting.splice(0, waiting.length - maximumWaiting)
    }
    if (waiting.length > 0) later(delay * 4)
  }

  const flush = (): Promise<void> => {
    clearTimeout(timer)
    timer = undefined
    writing = writing.then(() => outside(write))
    return writing
  }

  const later = (milliseconds: number): void => {
    timer ??= setTimeout(() => void flush(), milliseconds)
  }

  return {
    append: appendAudit,
    record: (caller, event) => database.write(actorOf(caller), (sql) => appendAudit(sql, event)),
    sensitiveRead(caller, what) {
      if (!sensitive.has(what.layer)) return
      const actor = actorOf(caller)
      const now = Date.now()
      if (what.by !== 'object' && what.by !== 'export') {
        const key = `${actor.id}\n${actor.address ?? ''}\n${what.layer}\n${what.by}\n${what.object ?? ''}`
        if ((seen.get(key) ?? 0) > now) return
        if (seen.size >= maximumSeen) forgetOld(now)
        seen.set(key, now + window)
      }
      waiting.push({ actor, event: eventOf(what) })
      later(delay)
    },
    async witness(caller, what) {
      if (!sensitive.has(what.layer)) return
      await outside(() => database.write(actorOf(caller), (sql) => appendAudit(sql, eventOf(what))))
    },
    flush,
    async close() {
      await flush()
      clearTimeout(timer)
    },
  }
}
