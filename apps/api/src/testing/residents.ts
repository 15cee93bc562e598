import { randomUUID } from 'node:crypto'
import type { NewReport, ReportChallenge, ReportReceipt } from '../contract-reports.ts'
import { solve } from '../reports/proof.ts'
import type { TestApp } from './test-app.ts'

/** For testApp: reports that take little work, and limits that a test can come to. */
export const residentVariables = {
  REPORT_PROOF_BITS: '4',
  RATE_LIMITS: 'reports=300,writes=100000,sign-in=8',
}
export const spot = { type: 'Point' as const, coordinates: [14.1567, 56.0294] }
export const inSwedish = { 'accept-language': 'sv' }

const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
export const newCode = (): string =>
  Array.from({ length: 20 }, () => letters[Math.floor(Math.random() * 32)]).join('')

/** What a resident does at the public's door, and what stands in the database after it. */
export function residentsOf(app: () => TestApp) {
  const prove = async () =>
    solve((await (await app().ask(null, 'GET', '/api/reports/challenge')).json()) as ReportChallenge)
  const reportOf = async (change: Partial<NewReport> = {}): Promise<NewReport> => ({
    geometry: spot,
    reasons: ['darkness', 'people'],
    receipt: newCode(),
    language: 'sv',
    proof: await prove(),
    ...change,
  })
  const put = (id: string, body: unknown) => app().ask(null, 'PUT', `/api/reports/${id}`, body, inSwedish)
  return {
    prove,
    reportOf,
    put,
    /** A report that is taken. */
    async send(change: Partial<NewReport> = {}) {
      const [id, report] = [randomUUID(), await reportOf(change)]
      const { status } = await put(id, report)
      if (status !== 201) throw new Error(`The report was answered ${status}`)
      return { id, report, code: report.receipt }
    },
    sendPhoto: async (report: string, receipt: string, bytes: Uint8Array) =>
      app().fetch(
        new Request(`http://localhost/api/reports/${report}/photo`, {
          method: 'PUT',
          headers: { 'content-type': 'application/octet-stream', 'x-receipt': receipt, ...inSwedish },
          body: new Uint8Array(bytes),
        }),
      ),
    async read(code: string) {
      const answer = await app().ask(null, 'POST', '/api/receipts/read', { code }, inSwedish)
      return { status: answer.status, receipt: (await answer.json()) as ReportReceipt }
    },
    rows: (table: string, id: string, column = 'report_id') =>
      app().database.owner(
        (sql) =>
          sql<Record<string, unknown>[]>`select * from core.${sql(table)} where ${sql(column)} = ${id}`,
      ),
    /** A public place; its id. */
    async place(change: Record<string, unknown> = {}): Promise<string> {
      const made = {
        id: randomUUID(),
        geom: 'SRID=4326;POINT(14.1567 56.0294)',
        reasons: ['darkness'],
        month: '2026-03-01',
      }
      await app().database.owner(
        (sql) => sql`insert into core.reported_places ${sql({ ...made, ...change })}`,
      )
      return made.id
    },
  }
}
