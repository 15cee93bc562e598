import { expect, it } from 'vitest'
import type { ReportContent } from './destinations.ts'
import type { Entry } from './entry.ts'
import { leadingZeros } from './proof-of-work.ts'
import { newEntry } from './queue.ts'
import { sendDue } from './send.ts'
import { sha256After } from './sha256.ts'

const start = Date.parse('2026-11-30T18:00:00Z')
const id = '00000000-0000-4000-8000-000000000001'
const content: ReportContent = {
  report: {
    geometry: { type: 'Point', coordinates: [14.15, 56.03] },
    reasons: ['darkness'],
    receipt: '7Q2K-M9TD-04XW-HBNE-3VZA',
    language: 'sv',
  },
  photo: new Blob(['jpeg']),
  draft: {},
}

/** A phone with one report, and a server that asks for work, takes each challenge once and keeps each id once. */
function phone(lost: { readonly after?: string; readonly times?: number } = {}) {
  let entry: Entry | null = newEntry({
    id,
    kind: 'report',
    account: null,
    language: 'sv',
    content,
    madeAt: start,
  })
  const asked: string[] = []
  const reports = new Map<string, string>()
  const photos = new Map<string, string>()
  const spent = new Set<string>()
  let losses = lost.times ?? 0
  let challenges = 0
  let now = start
  const answer = (status: number, body: unknown = {}) => new Response(JSON.stringify(body), { status })
  const answers: Record<string, (request: RequestInit) => Response> = {
    'GET /api/reports/challenge': () =>
      answer(200, { challenge: `c${++challenges}.`, difficulty: 6, expiresAt: '' }),
    [`PUT /api/reports/${id}`]: ({ body }) => {
      const { proof, ...report } = JSON.parse(String(body))
      const worked =
        leadingZeros(sha256After(proof.challenge)(proof.nonce)) >= 6 && !spent.has(proof.challenge)
      if (!worked) return answer(422, { title: 'Fel', errors: [{ field: 'proof', message: 'Gäller inte.' }] })
      spent.add(proof.challenge)
      const made = !reports.has(id)
      reports.set(id, JSON.stringify(report))
      return answer(made ? 201 : 200)
    },
    [`PUT /api/reports/${id}/photo`]: ({ headers }) => {
      photos.set(id, (headers as Record<string, string>)['x-receipt']!)
      return answer(201)
    },
  }
  const ask = (async (path: string, request: RequestInit = {}) => {
    const name = `${request.method ?? 'GET'} ${path}`
    asked.push(name)
    expect(request.credentials).toBe('omit')
    const given = answers[name]!(request)
    if (name === lost.after && losses-- > 0) throw new TypeError('lost')
    return given
  }) as typeof fetch
  const store = {
    all: async () => (entry ? [entry] : []),
    change: async (_: string, how: (before: Entry | null) => Entry | null) => {
      entry = how(entry)
      return entry
    },
  }
  const send = async () => {
    now += 3_600_000
    await sendDue({ store, fetch: ask, now: () => now, chance: () => 0.5 })
    return entry
  }
  return { send, asked, answers, reports, photos, answer }
}

it('a report goes out without a name, with work done for it, then its photo; nothing of it stays on the device', async () => {
  const { send, asked, reports, photos } = phone()
  expect(await send()).toMatchObject({ state: 'sent', content: null, trouble: null })
  expect(asked).toEqual([
    'GET /api/reports/challenge',
    `PUT /api/reports/${id}`,
    `PUT /api/reports/${id}/photo`,
  ])
  expect(JSON.parse(reports.get(id)!)).toEqual(content.report)
  expect(photos.get(id)).toBe(content.report.receipt)
})

it.each([`PUT /api/reports/${id}`, `PUT /api/reports/${id}/photo`])(
  'the connection lost after %s leaves it waiting, and it arrives once',
  async (after) => {
    const { send, reports, photos } = phone({ after, times: 2 })
    expect(await send()).toMatchObject({ state: 'waiting', content })
    expect(await send()).toMatchObject({ state: 'waiting' })
    expect(await send()).toMatchObject({ state: 'sent', content: null })
    expect([reports.size, photos.size]).toEqual([1, 1])
  },
)

it('a challenge that is valid no more is answered anew, once, and then later', async () => {
  const { send, asked, answers, answer } = phone()
  const taken = answers[`PUT /api/reports/${id}`]!
  answers[`PUT /api/reports/${id}`] = () =>
    answer(422, { title: 'Fel', errors: [{ field: 'proof', message: '' }] })
  expect(await send()).toMatchObject({ state: 'waiting', content })
  expect(asked.filter((one) => one.endsWith('challenge'))).toHaveLength(2)
  answers[`PUT /api/reports/${id}`] = taken
  expect(await send()).toMatchObject({ state: 'sent' })
})

it('what is refused stays to be put right, and a photo that is refused does not hold the report back', async () => {
  const refused = phone()
  refused.answers[`PUT /api/reports/${id}`] = () =>
    refused.answer(422, { title: 'Fel', errors: [{ field: 'geometry', message: 'Utanför kommunen.' }] })
  expect(await refused.send()).toMatchObject({
    state: 'failed',
    content,
    trouble: { detail: 'Utanför kommunen.' },
  })
  const photo = phone()
  photo.answers[`PUT /api/reports/${id}/photo`] = () => photo.answer(422, { title: 'Ingen bild' })
  expect(await photo.send()).toMatchObject({ state: 'sent', content: null, trouble: { title: 'Ingen bild' } })
})

it.each([`PUT /api/reports/${id}`, `PUT /api/reports/${id}/photo`])(
  'a server whose disk is full at %s gets it later, as it is, and until then its words are kept',
  async (full) => {
    const { send, answers, answer, reports, photos } = phone()
    const taken = answers[full]!
    const detail = 'Disken är full. Inget har sparats.'
    answers[full] = ({ headers }) => {
      expect((headers as Record<string, string>)['accept-language']).toBe('sv')
      return answer(507, { title: 'Disken är full: inget sparades', detail })
    }
    for (const attempts of [1, 2])
      expect(await send()).toMatchObject({
        ...{ state: 'waiting', attempts, content },
        trouble: { status: 507, detail },
      })
    answers[full] = taken
    expect(await send()).toMatchObject({ state: 'sent', content: null, trouble: null })
    expect([reports.size, photos.size]).toEqual([1, 1])
  },
)
