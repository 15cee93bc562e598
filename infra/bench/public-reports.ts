import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import type { NewReport, ReportChallenge } from '@trygghetskartan/api/contract-reports'
import { openDatabase } from '@trygghetskartan/api/database/open-database'
import { solve } from '@trygghetskartan/api/reports/proof'
import { type Bench, median, round } from './bench.ts'
import { withPrivateCluster } from './private-cluster.ts'
import { withServer } from './private-server.ts'

const perSecond = 50
const seconds = 20
/** One in so many comes twice at the same moment, as when the network is cut and the phone tries again. */
const twiceEach = 10
const promised = 300
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const migrationsFolder = join(import.meta.dirname, '..', '..', 'data', 'migrations')

const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))
const share = (values: readonly number[], part: number): number =>
  [...values].sort((a, b) => a - b)[Math.ceil(part * values.length) - 1]!

/** A report with its work done, to be sent later: the phone does that, not the server. */
async function reportFor(url: string, n: number): Promise<{ id: string; body: string }> {
  const challenge = (await (await fetch(`${url}/api/reports/challenge`)).json()) as ReportChallenge
  const report: NewReport = {
    geometry: { type: 'Point', coordinates: [14.14 + (n % 40) * 0.001, 56.02 + (n % 25) * 0.001] },
    reasons: ['darkness', 'blocked_view'],
    season: 'winter',
    words: 'Lampan vid gångvägen är trasig och buskarna skymmer sikten mot gatan.',
    receipt: Array.from({ length: 20 }, () => letters[Math.floor(Math.random() * 32)]).join(''),
    language: 'sv',
    proof: solve(challenge),
  }
  return { id: randomUUID(), body: JSON.stringify(report) }
}

async function send(url: string, { id, body }: { id: string; body: string }): Promise<number> {
  const answer = await fetch(`${url}/api/reports/${id}`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body,
  })
  await answer.text()
  return answer.status
}

/** Residents' reports through the whole server, sent by the clock whether the ones before have been answered or not. */
export const publicReports: Bench = {
  name: 'public-reports',
  title: `Reports from residents, ${perSecond} a second for ${seconds} s, through the whole server`,
  run: () =>
    withPrivateCluster(
      async (database, folder) => {
        const variables = { REPORT_PROOF_BITS: '6' }
        return withServer({ database, folder, variables }, async (url) => {
          const made: { id: string; body: string }[] = []
          for (let n = 0; n < perSecond * seconds + 120; n += 1) made.push(await reportFor(url, n))
          const [alone, crowd] = [made.slice(0, 120), made.slice(120)]
          const single: number[] = []
          for (const one of alone) {
            const from = performance.now()
            await send(url, one)
            single.push(performance.now() - from)
          }
          const quiet = single.slice(20)
          const times: number[] = []
          const statuses: number[] = []
          const began = performance.now() + 50
          await Promise.all(
            crowd.map(async (one, n) => {
              const due = began + (n * 1000) / perSecond
              await wait(due - performance.now())
              const answers = n % twiceEach === 0 ? [send(url, one), send(url, one)] : [send(url, one)]
              for (const answer of answers) {
                statuses.push(await answer)
                // From when it should have been sent: a late start counts too.
                times.push(performance.now() - due)
              }
            }),
          )
          const took = (performance.now() - began) / 1000
          const owner = await openDatabase({ url: database, folder: '', migrationsFolder })
          const [kept] = await owner.owner(
            (sql) => sql<{ reports: number; known: number; receipts: number; history: number }[]>`
              select (select count(*)::int from core.unsafe_reports) as reports,
                (select count(*)::int from core.unsafe_reports where id::text = any (${made.map(({ id }) => id)})) as known,
                (select count(*)::int from core.report_receipts) as receipts,
                (select count(*)::int from core.history where layer = 'unsafe_reports') as history`,
          )
          await owner.close()
          const p95 = share(times, 0.95)
          const p99 = share(times, 0.99)
          const { reports, known, receipts, history } = kept!
          const exact = [reports, known, receipts, history].every((n) => n === made.length)
          const refused = statuses.filter((status) => status !== 200 && status !== 201).length
          const ratio = (value: number) => round(value / median(quiet))
          return {
            columns: ['', 'ms', 'against one at a time'],
            rows: [
              ['one at a time, median', round(median(quiet)), 1],
              [`${perSecond} a second, median`, round(median(times)), ratio(median(times))],
              [`${perSecond} a second, 95th percentile`, round(p95), ratio(p95)],
              [`${perSecond} a second, 99th percentile`, round(p99), ratio(p99)],
              [`${perSecond} a second, slowest`, round(share(times, 1)), ratio(share(times, 1))],
            ],
            targets: [
              {
                what: `99 of 100 are answered within ${promised} ms`,
                reached: `${round(p99)} ms`,
                met: p99 <= promised,
              },
              {
                what: 'none lost, none double, none refused',
                reached: `${made.length} sent, ${reports} kept, ${refused} refused`,
                met: exact && refused === 0,
              },
            ],
            notes: [
              `${statuses.length} requests in ${round(took)} s: each tenth report was sent twice at the same moment and kept once. The database is durable and runs with the server and the sender on the same cores.`,
              'The time counts from when a report should have been sent. The work that a phone does before it sends is not in it.',
            ],
          }
        })
      },
      { durable: true },
    ),
}
