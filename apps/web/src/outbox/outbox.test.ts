import { describe, expect, it } from 'vitest'
import type { Entry } from './entry.ts'
import { afterAnswer, asWithdrawn, delayOf, dueEntries, isOld, newEntry, nextDue } from './queue.ts'
import { sendDue } from './send.ts'
import type { OutboxStore } from './store.ts'

const start = Date.parse('2026-11-27T22:00:00Z')
const anna = '00000000-0000-4000-8000-00000000000a'
const ids = ['1', '2', '3'].map((n) => `00000000-0000-4000-8000-00000000000${n}`)
const entry = (id = ids[0]!, change: Partial<Entry> = {}): Entry => ({
  ...newEntry({
    id,
    kind: 'observation',
    account: anna,
    language: 'sv',
    content: { kind: 'dark' },
    madeAt: start,
  }),
  ...change,
})

describe('an entry', () => {
  it('waits for as long as it may still arrive, ever longer, and at least as long as the server asks', () => {
    const tried = entry(undefined, { attempts: 1 })
    for (const status of [0, 401, 408, 425, 429, 500, 502, 503, 507])
      expect(afterAnswer(tried, { status }, start, 0.5), String(status)).toMatchObject({ state: 'waiting' })
    expect(afterAnswer(tried, { status: 503, retryAfter: 60 }, start, 0.5)!.nextAt).toBe(start + 60_000)
    const waits = [1, 2, 3, 4, 20].map((attempts) => delayOf(attempts, 0.5))
    expect(waits).toEqual([5_000, 10_000, 20_000, 40_000, 900_000])
    expect(delayOf(20, 1) / delayOf(20, 0)).toBeCloseTo(1.1 / 0.9)
  })

  it('is sent once the server has it, and failed with the reason where the server refuses it for good', () => {
    for (const status of [200, 201])
      expect(afterAnswer(entry(), { status }, start, 0)).toMatchObject({ state: 'sent', sentAt: start })
    for (const status of [400, 403, 409, 413, 422])
      expect(afterAnswer(entry(), { status, detail: 'Utanför kommunen.' }, start, 0)).toMatchObject({
        state: 'failed',
        trouble: { status, detail: 'Utanför kommunen.' },
      })
  })

  it('taken back disappears at once where it never left, and at the server where it may have', () => {
    expect(asWithdrawn(entry(), start)).toBeNull()
    expect(asWithdrawn(entry(undefined, { state: 'failed' }), start)).toBeNull()
    const asked = asWithdrawn(entry(undefined, { attempts: 1, nextAt: start + 99 }), start)!
    expect(asked).toMatchObject({ withdrawing: true, nextAt: start })
    for (const status of [204, 404, 410]) expect(afterAnswer(asked, { status }, start, 0)).toBeNull()
    expect(afterAnswer(asked, { status: 0 }, start, 0)).toMatchObject({ withdrawing: true })
    const sent = asWithdrawn(entry(undefined, { state: 'sent', sentAt: start }), start)!
    expect(afterAnswer(sent, { status: 422, detail: 'För sent.' }, start, 0)).toMatchObject({
      state: 'sent',
      withdrawing: false,
      trouble: { detail: 'För sent.' },
    })
  })

  it('is sent by its own account alone, the oldest first, when its time has come', () => {
    const all = [
      entry(ids[0], { madeAt: start + 2 }),
      entry(ids[1], { madeAt: start + 1 }),
      entry(ids[2], { account: 'another' }),
    ]
    expect(dueEntries(all, anna, start + 10).map(({ id }) => id)).toEqual([ids[1], ids[0]])
    expect(dueEntries(all, null, start + 10)).toEqual([])
    expect(dueEntries([entry(ids[0], { account: null })], null, start + 10)).toHaveLength(1)
    expect(nextDue([entry(ids[0], { nextAt: 7 }), entry(ids[1], { nextAt: 5 })], anna)).toBe(5)
    expect(nextDue([entry(ids[0], { state: 'sent' })], anna)).toBeNull()
    expect(isOld(entry(ids[0], { state: 'sent', sentAt: start }), start + 9 * 24 * 3600_000)).toBe(true)
    expect(isOld(entry(), start + 99 * 24 * 3600_000)).toBe(false)
  })
})

/** A phone with a server that keeps what it gets. */
function phone(entries: Entry[]) {
  const kept = new Map(entries.map((one) => [one.id, one]))
  const server = new Map<string, string>()
  const state = { signedIn: anna as string | null, online: true, answersGetLost: 0, now: start }
  const asked: string[] = []
  const store: OutboxStore = {
    all: async () => [...kept.values()],
    async change(id, change) {
      const after = change(kept.get(id) ?? null)
      if (after) kept.set(id, after)
      else kept.delete(id)
      return after
    },
  }
  const answer = (status: number, body?: unknown) =>
    new Response(body === undefined ? null : JSON.stringify(body), { status })
  const ask = (async (path: string, request: RequestInit = {}) => {
    if (!state.online) throw new TypeError('offline')
    asked.push(`${request.method ?? 'GET'} ${path}`)
    if (path === '/auth/me') return answer(200, { account: state.signedIn && { id: state.signedIn } })
    if (!state.signedIn) return answer(401, { title: 'Logga in först' })
    const id = path.split('/').at(-1)!
    if (request.method === 'DELETE') return server.delete(id) ? answer(204) : answer(404, {})
    const made = !server.has(id)
    server.set(id, String(request.body))
    if (state.answersGetLost-- > 0) throw new TypeError('lost')
    return answer(made ? 201 : 200, {})
  }) as typeof fetch
  const send = () => sendDue({ store, fetch: ask, now: () => state.now, chance: () => 0.5 })
  return { kept, server, state, asked, store, send }
}

describe('the outbox', () => {
  it('keeps a day’s entries while the phone is offline, and sends each once there is contact', async () => {
    const day = phone(ids.map((id, i) => entry(id, { madeAt: start + i })))
    day.state.online = false
    expect((await day.send()).contact).toBe('offline')
    expect([...day.kept.values()].every(({ state }) => state === 'waiting')).toBe(true)
    day.state.online = true
    day.state.now += 24 * 3600_000
    expect(await day.send()).toEqual({ contact: 'open', sender: anna })
    expect([...day.server.keys()]).toEqual(ids)
    expect([...day.kept.values()].every(({ state }) => state === 'sent')).toBe(true)
    const before = day.asked.length
    await day.send()
    expect(day.asked.length).toBe(before)
  })

  it('sends again what it had no answer to, with the same id, and goes no further while there is no contact', async () => {
    const bad = phone(ids.map((id) => entry(id)))
    bad.state.answersGetLost = 1
    expect((await bad.send()).contact).toBe('offline')
    expect(bad.server.size).toBe(1)
    bad.state.now += 60_000
    await bad.send()
    expect(bad.server.size).toBe(3)
    expect(bad.asked.filter((one) => one.startsWith('PUT'))).toHaveLength(4)
  })

  it('keeps everything when the session is over, and sends it for the same account alone', async () => {
    const shared = phone([entry(ids[0])])
    shared.state.signedIn = null
    expect((await shared.send()).contact).toBe('signed-out')
    shared.state.signedIn = 'somebody else'
    expect((await shared.send()).contact).toBe('open')
    expect(shared.server.size).toBe(0)
    shared.state.signedIn = anna
    await shared.send()
    expect(shared.server.size).toBe(1)
  })

  it('takes back what was taken back while it was on its way', async () => {
    const regretted = phone([entry(ids[0])])
    const change = regretted.store.change
    let first = true
    regretted.store.change = async (id, how) => {
      const after = await change(id, how)
      // The moment it is on its way.
      if (first) {
        first = false
        await change(id, (latest) => latest && asWithdrawn(latest, start))
      }
      return after
    }
    await regretted.send()
    expect(regretted.server.size).toBe(1)
    await regretted.send()
    expect(regretted.server.size).toBe(0)
    expect(regretted.kept.size).toBe(0)
  })
})
