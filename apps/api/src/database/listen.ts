import { type Connection, type ConnectionOptions, connect } from './connection.ts'

export interface Listener {
  close(): Promise<void>
}

export interface ListenOptions {
  readonly connection: ConnectionOptions
  readonly channel: string
  readonly onNotify: (channel: string, payload: string) => void
  /** Called when listening again after a loss: what was notified meanwhile is unknown. */
  readonly onReturn: () => void
}

const firstDelay = 100
const longestDelay = 5_000
/** A connection that a firewall has dropped in silence is found out by asking it something. */
const heartbeat = 15_000

/** Listens on a connection of its own, and again whenever it is lost. Throws when the first attempt fails. */
export async function listen({ connection, channel, onNotify, onReturn }: ListenOptions): Promise<Listener> {
  let closed = false
  let delay = firstDelay
  let timer: NodeJS.Timeout
  let current: Connection

  const attempt = async (): Promise<void> => {
    current = connect({ ...connection, onNotify, onLost: again })
    await current.sql`listen ${current.sql(channel)}`
    delay = firstDelay
    beat()
  }
  const beat = (): void => {
    clearTimeout(timer)
    timer = setTimeout(async () => {
      const late = setTimeout(() => void current.close(), heartbeat)
      await current.sql`select 1`.then(beat, () => {})
      clearTimeout(late)
    }, heartbeat)
    timer.unref()
  }
  const again = (): void => {
    if (closed) return
    clearTimeout(timer)
    timer = setTimeout(() => {
      delay = Math.min(delay * 2, longestDelay)
      attempt().then(onReturn, () => {
        if (!current.lost()) void current.close()
      })
    }, delay)
  }

  await attempt()
  return {
    async close() {
      closed = true
      clearTimeout(timer)
      await current.close()
    },
  }
}
