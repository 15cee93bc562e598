import { randomUUID } from 'node:crypto'
import type { Position } from 'geojson'
import sharp from 'sharp'
import type { ModeratedReport, PublicPreview } from '../contract-moderation.ts'
import type { ReportChallenge } from '../contract-reports.ts'
import { solve } from '../reports/proof.ts'
import { newCode } from './residents.ts'

/** What a camera would write of itself into `photoOf`. */
export const camera = 'Kameran Prov 7'

/** A photograph as a phone sends it: with whose camera it was and where it stood. */
export const photoOf = (colour: string): Promise<Buffer> =>
  sharp({ create: { width: 64, height: 48, channels: 3, background: colour } })
    .withExif({ IFD0: { Make: camera }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '56/1 1/1 46/1' } })
    .jpeg()
    .toBuffer()

export interface PublishedReport {
  readonly report: string
  readonly place: string
}

/** Residents at a server that runs with demonstration accounts, and the planner who reads their reports: over HTTP, as their browsers do. */
export async function peopleAt(url: string) {
  const ask = async (method: string, path: string, body: unknown, headers: Record<string, string> = {}) => {
    const isFile = body instanceof Uint8Array
    const answer = await fetch(url + path, {
      method,
      headers: {
        'content-type': isFile ? 'application/octet-stream' : 'application/json',
        origin: url,
        ...headers,
      },
      ...(body !== undefined && { body: isFile ? new Uint8Array(body) : JSON.stringify(body) }),
    })
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`)
    return answer
  }
  const signIn = await ask('POST', '/auth/demo', { account: 'demo-planner' })
  const cookie = signIn.headers
    .getSetCookie()
    .map((one) => one.split(';')[0]!)
    .join('; ')
  const reportPath = (id: string) => `/api/moderation/reports/${id}`
  const read = async (id: string) =>
    (await (await ask('GET', reportPath(id), undefined, { cookie })).json()) as ModeratedReport
  const prove = async () =>
    solve((await (await ask('GET', '/api/reports/challenge', undefined)).json()) as ReportChallenge)
  const step = async (id: string, taken: object) => {
    const { version } = await read(id)
    await ask('POST', `${reportPath(id)}/steps`, taken, { cookie, 'if-match': `"${version}"` })
  }
  return {
    step,
    /** A resident's report with a photograph, published with it. */
    async publish(coordinates: Position, words: string, photo: Uint8Array): Promise<PublishedReport> {
      const [report, receipt] = [randomUUID(), newCode()]
      const geometry = { type: 'Point', coordinates }
      const told = { geometry, reasons: ['darkness'], receipt, language: 'sv', proof: await prove() }
      await ask('PUT', `/api/reports/${report}`, told)
      await ask('PUT', `/api/reports/${report}/photo`, photo, { 'x-receipt': receipt })
      const draft = { reasons: ['darkness'], words, photo: true }
      const seen = await ask('POST', `${reportPath(report)}/preview`, draft, { cookie })
      const { seal } = (await seen.json()) as PublicPreview
      await step(report, { step: 'publish', seal, ...draft })
      return { report, place: (await read(report)).place! }
    },
  }
}
