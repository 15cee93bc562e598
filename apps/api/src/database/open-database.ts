import type { Readable } from 'node:stream'
import type { Text } from '@trygghetskartan/layers'
import { withSecretFiles } from '../secret-files.ts'
import type { Database } from './database.ts'
import { openEmbedded } from './embedded.ts'
import { streamBackup } from './embedded-backup.ts'
import { announceOwner } from './lock.ts'
import { openNative } from './native.ts'
import { defaultLimits, type Limits } from './settings.ts'

export interface OpenOptions {
  /** postgres://owner:password@host:port/database; absent or empty: the embedded engine. */
  readonly url?: string | undefined
  /** Folder of the embedded database; made when absent. */
  readonly folder: string
  readonly migrationsFolder: string
  /** Told what takes time: making the database, each migration. */
  readonly onProgress?: ((text: Text) => void) | undefined
  /** DB_ROLE_SECRET: what the roles' passwords are derived from. By default the owner's password. */
  readonly roleSecret?: string | undefined
  readonly limits?: Partial<Limits>
  /** Connections per audience, on PostgreSQL. */
  readonly poolSize?: number
}

/** Folder of each open embedded database. */
const folders = new WeakMap<Database, string>()

/**
 * Opens the database of either engine, migrated to the folder's last migration.
 * Throws a DatabaseProblem: `unavailable`, `locked` or `migration`.
 */
export async function openDatabase(options: OpenOptions): Promise<Database> {
  const { url, folder, migrationsFolder, onProgress } = options
  const limits = { ...defaultLimits, ...options.limits }
  if (url) {
    const { roleSecret = withSecretFiles(process.env).DB_ROLE_SECRET, poolSize = 4 } = options
    return openNative({ url, migrationsFolder, limits, roleSecret, poolSize, onProgress })
  }
  const database = await openEmbedded({ folder, migrationsFolder, limits, onProgress })
  folders.set(database, folder)
  return database
}

/** A backup of an embedded database that is open here, for a command of another process. Null on PostgreSQL, which has its own. */
export async function backupOpen(database: Database): Promise<Readable | null> {
  const folder = folders.get(database)
  return folder === undefined ? null : streamBackup(database, folder)
}

/**
 * Says beside an embedded database's lock where the server that has it answers, so that a command can hand its work over.
 * Returns the way to take it back. PostgreSQL takes several processes, so nothing is said there.
 */
export async function announceServer(
  database: Database,
  server: { readonly url: string; readonly token: string },
): Promise<() => Promise<void>> {
  const folder = folders.get(database)
  if (folder === undefined) return async () => {}
  await announceOwner(folder, server)
  return () => announceOwner(folder)
}
