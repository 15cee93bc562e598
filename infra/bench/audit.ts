import { createAudit } from '@trygghetskartan/api/audit/audit'
import { verifyAudit } from '@trygghetskartan/api/audit/verify'
import { openDatabase } from '@trygghetskartan/api/database/open-database'
import type { Caller } from '@trygghetskartan/api/identity/caller'
import { layers } from '@trygghetskartan/layers'
import { type Bench, median, round } from './bench.ts'
import { withPrivateCluster } from './private-cluster.ts'

const rounds = 10
const changes = 60
const writers = 8
const readings = 500_000
const planner = { id: 'bench', name: 'Bench', audience: 'planner' } as const
const police: Caller = {
  audience: 'police',
  account: { id: 'bench', name: 'Bench' },
  decides: false,
  operator: false,
  via: 'session',
  session: null,
  token: null,
  address: '192.0.2.1',
}

/** What the audit trail costs a change of an object, a tile that is read, and its verification. */
export const auditBench: Bench = {
  name: 'audit',
  title: 'The audit trail: what it costs',
  run: () =>
    withPrivateCluster(async (url, folder) => {
      const migrationsFolder = new URL('../../data/migrations', import.meta.url).pathname
      const database = await openDatabase({ url, folder, migrationsFolder, poolSize: writers })
      try {
        const objects = await database.write(
          planner,
          (sql) => sql<{ id: string }[]>`
            insert into planner.camera_sites (geom, title)
            select ST_SetSRID(ST_MakePoint(14.1 + n * 0.0001, 56.03), 4326), 'Kamera ' || n from generate_series(1, ${changes}) n
            returning id`,
        )
        const change = (id: string) =>
          database.write(
            planner,
            (sql) => sql`update planner.camera_sites set title = title || '!' where id = ${id}`,
          )
        const timed = async (work: () => Promise<unknown>): Promise<number> => {
          const started = performance.now()
          await work()
          return performance.now() - started
        }
        const oneByOne = async () => {
          for (const { id } of objects) await change(id)
        }
        const together = () => Promise.all(objects.map(({ id }) => change(id)))
        const measured = { alone: { with: [], without: [] }, together: { with: [], without: [] } } as Record<
          'alone' | 'together',
          Record<'with' | 'without', number[]>
        >
        for (let n = 0; n < rounds; n += 1)
          for (const kind of n % 2 === 0 ? (['with', 'without'] as const) : (['without', 'with'] as const)) {
            const state = kind === 'with' ? 'enable' : 'disable'
            await database.owner((sql) => sql.unsafe(`alter table core.history ${state} trigger z_audit`))
            measured.alone[kind].push((await timed(oneByOne)) / changes)
            measured.together[kind].push((await timed(together)) / changes)
          }
        const audit = createAudit({ database, layers, log: { error: () => {} } })
        const read = await timed(async () => {
          for (let n = 0; n < readings; n += 1)
            audit.sensitiveRead(police, { layer: 'police_events', by: 'tiles' })
        })
        await audit.close()
        let checked = 0
        const verification = await timed(async () => {
          checked = (await verifyAudit(database)).checked
        })
        const row = (title: string, { with: held, without }: Record<'with' | 'without', number[]>) => [
          title,
          round(median(without)),
          round(median(held)),
        ]
        const added = median(measured.alone.with) - median(measured.alone.without)
        const perTile = (read / readings) * 1000
        return {
          columns: ['', 'without', 'with the trail'],
          rows: [
            row('one change after the other, ms each', measured.alone),
            row(`${changes} at once on ${writers} connections, ms each`, measured.together),
            ['a tile of the police read, µs', 0, round(perTile)],
            ['verifying 1,000 entries, ms', '', round((verification / checked) * 1000)],
          ],
          targets: [
            {
              what: 'a change costs at most 2 ms more',
              reached: `${round(added)} ms`,
              met: added <= 2,
            },
            {
              what: 'a read tile costs at most 5 µs more',
              reached: `${round(perTile)} µs`,
              met: perTile <= 5,
            },
          ],
          notes: [
            `Native PostgreSQL; ${rounds} rounds of ${changes} changes of a camera site, by turns with the trigger on and off; ${checked} entries verified.`,
          ],
        }
      } finally {
        await database.close()
      }
    }),
}
