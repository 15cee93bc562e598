import { expect, it } from 'vitest'
import { newEntry } from '../outbox/queue.ts'
import { canTakeBack, ownEntries, weekStartOf } from './entries.ts'

const now = Date.parse('2026-11-27T21:40:00Z')
const hour = 3_600_000
const content = (ago: number) => ({
  ...{
    geometry: { type: 'Point', coordinates: [14.15, 56.03] } as const,
    accuracy: 9,
    precision: 'exact' as const,
  },
  ...{ kind: 'dark', people: null, words: null },
  observedFrom: new Date(now - ago).toISOString(),
  observedTo: new Date(now - ago).toISOString(),
})
const kept = (id: string, ago: number, account = 'anna') =>
  newEntry({ id, kind: 'observation', account, language: 'sv', content: content(ago), madeAt: now - ago })
const served = (id: string, ago: number) => ({
  ...content(ago),
  geometry: null,
  id,
  receivedAt: new Date(now - ago).toISOString(),
  clockOffset: 0,
  withdrawnAt: null,
})

it('shows each entry once, the latest first, and nobody else’s', () => {
  const here = [
    { ...kept('sent', 2 * hour), state: 'sent' as const, sentAt: now - 2 * hour },
    kept('waiting', hour),
    kept('other', hour, 'bo'),
    { ...kept('last-week', 7 * 24 * hour), state: 'sent' as const, sentAt: now - 7 * 24 * hour },
    { ...kept('regretted', 3 * hour), state: 'sent' as const, sentAt: now - 3 * hour, withdrawing: true },
  ]
  const all = ownEntries(
    here,
    'anna',
    [served('sent', 2 * hour), served('elsewhere', 30 * hour)],
    weekStartOf(new Date(now)),
  )
  expect(all.map(({ id, state }) => [id, state])).toEqual([
    ['waiting', 'waiting'],
    ['sent', 'sent'],
    ['regretted', 'withdrawing'],
    ['elsewhere', 'sent'],
  ])
  expect(all.filter((entry) => canTakeBack(entry, now)).map(({ id }) => id)).toEqual(['waiting', 'sent'])
})
