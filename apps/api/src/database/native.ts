import type { Text } from '@trygghetskartan/layers'
import { changesChannel, createChanges, reloadAll } from './changes.ts'
import { type ConnectionOptions, connect } from './connection.ts'
import { type Database, type Role, roleOf, schemaOf } from './database.ts'
import { createDatabase } from './facade.ts'
import { type Listener, listen } from './listen.ts'
import { migrate, migrationText } from './migrate.ts'
import { createPool, type Pool } from './pool.ts'
import { openRoles, rolePassword, roles } from './roles.ts'
import type { Limits } from './settings.ts'
import { transaction } from './transaction.ts'

export interface NativeOptions {
  readonly url: string
  readonly migrationsFolder: string
  readonly limits: Limits
  /** What the roles' passwords are derived from; by default the owner's password. */
  readonly roleSecret?: string | undefined
  /** Connections per role and for the owner. */
  readonly poolSize: number
  readonly onProgress?: ((text: Text) => void) | undefined
}

/**
 * PostgreSQL with PostGIS. Each audience, and the door, has a pool that logs in as its own role, so that not even SQL smuggled into a route can
 * become somebody else. Throws `unavailable` when the server cannot be reached and `migration` when the migrations do not fit.
 */
export async function openNative(options: NativeOptions): Promise<Database> {
  const { url, limits, poolSize: size } = options
  const secret = options.roleSecret || decodeURIComponent(new URL(url).password)
  const pools: Pool[] = []
  const addPool = (connection: ConnectionOptions): Pool => {
    const pool = createPool({ size, wait: limits.wait, connect: () => connect(connection) })
    pools.push(pool)
    return pool
  }
  let listener: Listener | null = null
  const close = async (): Promise<void> => {
    await listener?.close()
    await Promise.all(pools.map((pool) => pool.close()))
  }
  try {
    const asOwner = { url, driver: { connection: session(limits.owner, 'public') } }
    const owner = addPool(asOwner)
    await migrate({
      folder: options.migrationsFolder,
      owner: (work) => owner.use((connection) => transaction(connection, 'begin', work)),
      onApply: (name) => options.onProgress?.(migrationText(name)),
    })
    await owner.use((connection) => openRoles(url, secret, connection.sql))
    const byRole = new Map<Role | 'owner', Pool>([['owner', owner]])
    for (const role of roles) {
      const connection = session(limits.statement, `${schemaOf[role]}, public`)
      const driver = { user: roleOf(role), password: rolePassword(secret, role), connection }
      byRole.set(role, addPool({ url, driver }))
    }
    const changes = createChanges()
    listener = await listen({
      connection: asOwner,
      channel: changesChannel,
      onNotify: changes.receive,
      onReturn: () => reloadAll(changes),
    })
    return createDatabase(
      'postgres',
      (who, begin, work) => byRole.get(who)!.use((connection) => transaction(connection, begin, work)),
      changes,
      close,
    )
  } catch (error) {
    await close()
    throw error
  }
}

const session = (statementTimeout: number, searchPath: string) => ({
  application_name: 'trygghetskartan',
  search_path: searchPath,
  statement_timeout: statementTimeout,
  // A transaction whose owner forgot it must not hold its locks for ever.
  idle_in_transaction_session_timeout: statementTimeout * 2,
  TimeZone: 'UTC',
})
