import type { Connection } from './connection.ts'
import { DatabaseProblem } from './problem.ts'

export interface Pool {
  /** Lends a connection until the promise settles. Throws `busy` when none is free within the limit. */
  use<T>(work: (connection: Connection) => Promise<T>): Promise<T>
  /** Takes no more work, waits for what is under way, then closes. */
  close(): Promise<void>
}

export interface PoolOptions {
  readonly size: number
  /** Milliseconds a caller waits for a free connection. */
  readonly wait: number
  readonly connect: () => Connection
}

interface Waiter {
  readonly grant: () => void
  readonly refuse: (error: Error) => void
  readonly timer: NodeJS.Timeout
}

/** Connections made when needed, lent one at a time in the order asked, and replaced when they break. */
export function createPool({ size, wait, connect }: PoolOptions): Pool {
  const idle: Connection[] = []
  const waiting: Waiter[] = []
  let lent = 0
  let closing = false
  let drained: (() => void) | null = null

  const acquire = (): Promise<void> => {
    if (closing) return Promise.reject(closedError())
    if (lent < size) {
      lent += 1
      return Promise.resolve()
    }
    return new Promise((grant, refuse) => {
      const timer = setTimeout(() => {
        waiting.splice(waiting.indexOf(waiter), 1)
        refuse(busyError())
      }, wait)
      const waiter: Waiter = { grant, refuse, timer }
      waiting.push(waiter)
    })
  }

  const release = (): void => {
    const next = waiting.shift()
    if (next) {
      clearTimeout(next.timer)
      next.grant()
      return
    }
    lent -= 1
    if (lent === 0) drained?.()
  }

  const take = (): Connection => {
    for (let connection = idle.pop(); connection; connection = idle.pop()) {
      if (!connection.lost()) return connection
    }
    return connect()
  }

  return {
    async use(work) {
      await acquire()
      try {
        const connection = take()
        try {
          return await work(connection)
        } finally {
          if (!connection.lost()) idle.push(connection)
        }
      } finally {
        release()
      }
    },
    async close() {
      closing = true
      for (const waiter of waiting.splice(0)) {
        clearTimeout(waiter.timer)
        waiter.refuse(closedError())
      }
      if (lent > 0)
        await new Promise<void>((resolve) => {
          drained = resolve
        })
      await Promise.all(idle.splice(0).map((connection) => connection.close()))
    },
  }
}

const busyError = (): DatabaseProblem =>
  new DatabaseProblem('busy', {
    sv: 'Databasen är upptagen. Försök igen om en stund.',
    en: 'The database is busy. Try again in a moment.',
  })

const closedError = (): DatabaseProblem =>
  new DatabaseProblem('unavailable', {
    sv: 'Servern håller på att stängas av.',
    en: 'The server is shutting down.',
  })
