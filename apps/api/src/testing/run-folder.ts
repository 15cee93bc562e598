import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { stopCluster } from '../database/cluster.ts'
import { serverPrograms } from '../database/postgres-programs.ts'

const prefix = 'trygghetskartan-run-'

/** The folder that the test files of one run share; set by the run's set-up, inherited by each of its processes. */
export function runFolder(): string {
  const folder = process.env.TRYGGHETSKARTAN_TEST_RUN
  if (!folder) throw new Error('Tests that need a database run under vitest with the config of the root')
  return folder
}

export function createRunFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), prefix))
  // The cluster's server may run as another account.
  chmodSync(folder, 0o755)
  writeFileSync(join(folder, 'pid'), String(process.pid))
  return folder
}

/** Stops the cluster of a run, if it came to need one, and removes what it left. */
export async function removeRunFolder(folder: string): Promise<void> {
  const cluster = join(folder, 'cluster')
  const programs = serverPrograms()
  if (programs && existsSync(join(cluster, 'data'))) await stopCluster(cluster, programs)
  rmSync(folder, { recursive: true, force: true })
}

/** Clears up after runs that were killed. */
export async function removeAbandonedRunFolders(): Promise<void> {
  for (const name of readdirSync(tmpdir())) {
    if (!name.startsWith(prefix)) continue
    const folder = join(tmpdir(), name)
    if (!isAlive(folder)) await removeRunFolder(folder)
  }
}

function isAlive(folder: string): boolean {
  try {
    process.kill(Number(readFileSync(join(folder, 'pid'), 'utf8')), 0)
    return true
  } catch (error) {
    return !(error instanceof Error && 'code' in error && (error.code === 'ESRCH' || error.code === 'ENOENT'))
  }
}

/** Lets one process at a time do the work; the others stand still meanwhile. */
export async function oneAtATime<T>(lockFile: string, work: () => Promise<T>): Promise<T> {
  const handle = new DatabaseSync(lockFile, { timeout: 180_000 })
  handle.exec('begin exclusive')
  try {
    return await work()
  } finally {
    handle.close()
  }
}
