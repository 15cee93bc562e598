import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startCluster, stopCluster } from '@trygghetskartan/api/database/cluster'
import { serverPrograms } from '@trygghetskartan/api/database/postgres-programs'

/** Runs the work with a native PostgreSQL of its own, and removes it afterwards. `durable`: it waits for the disk, as in use. */
export async function withPrivateCluster<T>(
  work: (url: string, folder: string) => Promise<T>,
  { durable = false } = {},
): Promise<T> {
  const programs = serverPrograms()
  if (!programs)
    throw new Error('This bench needs PostgreSQL with PostGIS (Debian: apt-get install postgresql postgis).')
  const folder = await mkdtemp(join(tmpdir(), 'trygghetskartan-bench-'))
  // The cluster's server may run as another account.
  await chmod(folder, 0o755)
  const cluster = join(folder, 'cluster')
  try {
    return await work(await startCluster({ folder: cluster, programs, durable }), folder)
  } finally {
    await stopCluster(cluster, programs)
    await rm(folder, { recursive: true, force: true })
  }
}
