import { existsSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Text } from '@trygghetskartan/layers'
import { changesChannel, createChanges, reloadAll } from './changes.ts'
import { connect } from './connection.ts'
import { keepCopy } from './copies.ts'
import { type Database, type Role, roleOf, schemaOf } from './database.ts'
import { removeLeftovers } from './embedded-backup.ts'
import { type Engine, startEngine } from './embedded-engine.ts'
import { dataFolderOf } from './embedded-folder.ts'
import { createDatabase, type Run } from './facade.ts'
import { lockFolder } from './lock.ts'
import { migrate, migrationText } from './migrate.ts'
import { createPool } from './pool.ts'
import type { Limits } from './settings.ts'
import { transaction } from './transaction.ts'

export interface EmbeddedOptions {
  /** Holds the cluster in `data`, copies of it in `copies`, and the lock. */
  readonly folder: string
  readonly migrationsFolder: string
  readonly limits: Limits
  readonly onProgress?: ((text: Text) => void) | undefined
}

/**
 * PostgreSQL in this process, for trying out: it does not promise to survive a power cut, and one transaction runs at a time.
 * Throws `locked` when another process has the folder and `migration` when the migrations do not fit.
 */
export async function openEmbedded(options: EmbeddedOptions): Promise<Database> {
  const { folder, limits } = options
  await mkdir(folder, { recursive: true })
  const lock = await lockFolder(folder)
  const changes = createChanges()
  let engine: Engine | null = null
  try {
    await removeLeftovers(folder)
    const dataFolder = dataFolderOf(folder)
    if (!existsSync(dataFolder)) options.onProgress?.(creatingText)
    const started = await startEngine({
      dataFolder,
      channel: changesChannel,
      onReturn: () => reloadAll(changes),
    })
    engine = started
    const pool = createPool({
      size: 1,
      wait: limits.wait,
      connect: () =>
        connect({
          open: started.open,
          onNotify: changes.receive,
          // The same statement means another view to another audience, so no plan may be kept.
          driver: { user: 'postgres', database: 'postgres', prepare: false },
        }),
    })
    const run: Run = (who, begin, work) =>
      pool.use(async (connection) => {
        started.watch(who === 'owner' ? limits.owner : limits.statement)
        try {
          return await transaction(connection, who === 'owner' ? begin : `${begin}; ${become(who)}`, work)
        } finally {
          started.watch(null)
        }
      })
    await migrate({
      folder: options.migrationsFolder,
      owner: (work) => run('owner', 'begin', work),
      beforeChange: async () => {
        await run('owner', 'begin', (sql) => sql`checkpoint`)
        await keepCopy(dataFolder, join(folder, 'copies'))
      },
      onApply: (name) => options.onProgress?.(migrationText(name)),
    })
    return createDatabase('embedded', run, changes, async () => {
      await pool.close()
      await started.stop()
      await lock.release()
    })
  } catch (error) {
    await engine?.stop()
    await lock.release()
    throw error
  }
}

/** Until the transaction ends, the one session is the role's. */
const become = (role: Role): string =>
  `set local role ${roleOf(role)}; set local search_path to ${schemaOf[role]}, public`

const creatingText: Text = {
  sv: 'Skapar den inbyggda databasen …',
  en: 'Creating the embedded database …',
}
