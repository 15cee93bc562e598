import type postgres from 'postgres'
import { type Connection, lostError } from './connection.ts'
import type { Sql } from './database.ts'
import { DatabaseProblem, toProblem } from './problem.ts'

async function send(connection: Connection, statement: string): Promise<postgres.RowList<postgres.Row[]>> {
  try {
    return await connection.sql.unsafe(statement)
  } catch (error) {
    throw toProblem(error)
  }
}

/** A connection that cannot even roll back is of no use to the next one. */
async function rollback(connection: Connection): Promise<void> {
  try {
    await connection.sql.unsafe('rollback')
  } catch {
    await connection.close()
  }
}

interface State {
  open: boolean
  failure: { error: unknown } | null
}

/**
 * Runs the work between `begin` and `commit` on a connection that nobody else uses meanwhile.
 * Rolls back when the work throws, and also when a statement failed and the work looked away.
 * `begin` is SQL of our own, sent as it is.
 */
export async function transaction<T>(
  connection: Connection,
  begin: string,
  work: (sql: Sql) => Promise<T>,
): Promise<T> {
  await send(connection, begin)
  const state: State = { open: true, failure: null }
  let result: T
  try {
    result = await work(guard(connection, state))
    if (state.failure) throw state.failure.error
  } catch (error) {
    state.open = false
    if (!connection.lost()) await rollback(connection)
    throw error
  }
  state.open = false
  if (connection.lost()) throw lostError()
  const committed = await send(connection, 'commit')
  if (committed.command !== 'COMMIT') throw abortedError()
  return result
}

/** The driver's `sql`, refusing to send when the transaction is over or the connection gone, and remembering what failed. */
function guard(connection: Connection, state: State, depth = 0): Sql {
  const watch = (made: unknown): unknown => {
    if (!isQuery(made)) return made
    const send = made.handler
    const { reject } = made
    made.reject = (error) => reject(toProblem(error))
    made.handler = (query: Pending): unknown => {
      if (!state.open)
        return query.reject(new Error('The transaction is over: every query must be awaited inside it'))
      if (connection.lost()) return query.reject(lostError())
      query.catch((error: unknown) => {
        state.failure ??= { error }
      })
      return send(query)
    }
    return made
  }
  const savepoint = async (...args: unknown[]): Promise<unknown> => {
    const work = args.at(-1) as (sql: Sql) => Promise<unknown>
    const name = `s${depth}`
    const { sql } = connection
    const run = (statement: string) => watch(sql.unsafe(statement)) as Promise<unknown>
    await run(`savepoint ${name}`)
    const before = state.failure
    try {
      const result = await work(guard(connection, state, depth + 1))
      if (state.failure !== before) throw state.failure?.error
      await run(`release savepoint ${name}`)
      return result
    } catch (error) {
      if (!connection.lost()) await run(`rollback to savepoint ${name}`)
      state.failure = before
      throw error
    }
  }
  return new Proxy(connection.sql, {
    apply: (target, self, args) => watch(Reflect.apply(target as never, self, args)),
    get: (target, name) => {
      if (name === 'savepoint') return savepoint
      if (
        name === 'begin' ||
        name === 'reserve' ||
        name === 'listen' ||
        name === 'end' ||
        name === 'prepare'
      ) {
        throw new Error(`sql.${String(name)} does not belong inside a transaction`)
      }
      const member: unknown = Reflect.get(target, name)
      return name === 'unsafe' || name === 'file'
        ? (...args: unknown[]) => watch((member as (...args: unknown[]) => unknown)(...args))
        : member
    },
  }) as unknown as Sql
}

type Pending = postgres.PendingQuery<postgres.Row[]> & {
  handler: (query: Pending) => unknown
  reject: (error: unknown) => void
}

/** `handler` is where the driver (exactly pinned, see the test) sends a query that is awaited at last. */
const isQuery = (made: unknown): made is Pending =>
  made instanceof Promise && typeof (made as unknown as Pending).handler === 'function'

const abortedError = (): DatabaseProblem =>
  new DatabaseProblem('aborted', {
    sv: 'Ett steg misslyckades i databasen. Inget har sparats.',
    en: 'A step failed in the database. Nothing has been saved.',
  })
