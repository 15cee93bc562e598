import net from 'node:net'
import type { Duplex } from 'node:stream'
import postgres from 'postgres'
import { teachArrays } from './array-types.ts'
import { DatabaseProblem } from './problem.ts'

/** One connection, used by one transaction at a time and never mended: when it breaks it is thrown away. */
export interface Connection {
  readonly sql: postgres.Sql
  /** True once the socket is gone: nothing more may be sent. */
  lost(): boolean
  close(): Promise<void>
}

export interface ConnectionOptions {
  readonly url?: string
  /** Overrides of what the URL says. */
  readonly driver?: postgres.Options<Record<string, never>>
  /** Opens the stream to the server; by default TCP or a Unix socket, as the URL says. */
  readonly open?: () => Promise<Duplex>
  readonly onNotify?: (channel: string, payload: string) => void
  readonly onLost?: () => void
}

const connectTimeout = 10_000

/**
 * Opens the driver on one socket only. The driver would reconnect by itself and send the statements still queued on the new
 * connection, outside the transaction they belong to; and a statement sent after a loss throws where nobody can catch it.
 */
export function connect({ url, driver, open, onNotify, onLost }: ConnectionOptions): Connection {
  let lost = false
  let opened = false
  const discard = () => {
    if (lost) return
    lost = true
    // Rejects what the driver still holds back.
    void sql.end({ timeout: 0 })
    onLost?.()
  }
  const options = {
    max: 1,
    max_lifetime: null,
    fetch_types: false,
    onnotice: () => {},
    // A calendar day has no time zone: it stays 'YYYY-MM-DD'.
    types: { day: { to: 1082, from: [1082], serialize: (day: string) => day, parse: (day: string) => day } },
    ...driver,
    ...(onNotify ? { onnotify: onNotify } : {}),
    socket: async (target: Target) => {
      if (opened) throw lostError()
      opened = true
      try {
        return await (open ? open() : openSocket(target))
      } catch (error) {
        discard()
        throw error
      }
    },
    onclose: discard,
  }
  const sql = (url ? postgres(url, options as never) : postgres(options as never)) as postgres.Sql
  teachArrays(sql)
  return {
    sql,
    lost: () => lost,
    close: () => sql.end({ timeout: 5 }),
  }
}

export const lostError = (): DatabaseProblem =>
  new DatabaseProblem('unavailable', {
    sv: 'Förbindelsen med databasen bröts. Inget har sparats.',
    en: 'The connection to the database was lost. Nothing has been saved.',
  })

interface Target {
  readonly path?: string | false
  readonly host: readonly string[]
  readonly port: readonly number[]
}

function openSocket({ path, host, port }: Target): Promise<net.Socket> {
  return new Promise((resolve, reject) => {
    const socket = path ? net.connect(path) : net.connect({ host: host[0]!, port: port[0]! })
    // The driver reads the name for TLS from here.
    Object.assign(socket, { host: host[0], port: port[0] })
    socket.setTimeout(connectTimeout, () =>
      socket.destroy(Object.assign(new Error('connect timed out'), { code: 'ETIMEDOUT' })),
    )
    socket.once('error', reject)
    socket.once('connect', () => {
      socket.setTimeout(0)
      socket.removeListener('error', reject)
      resolve(socket)
    })
  })
}
