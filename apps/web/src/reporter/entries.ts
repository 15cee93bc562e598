import type { OwnObservation } from '@trygghetskartan/api/contract-observations'
import type { Entry, Trouble } from '../outbox/entry.ts'
import type { Content } from './draft.ts'

/** One of one's own entries, from this device or from the server. */
export interface OwnEntry {
  readonly id: string
  readonly kind: string
  readonly from: string
  readonly to: string
  readonly words: string | null
  readonly state: 'waiting' | 'sent' | 'failed' | 'withdrawing' | 'withdrawn'
  readonly trouble: Trouble | null
  /** Milliseconds; null before the server has it. */
  readonly receivedAt: number | null
  /** As it was written on this device. */
  readonly content: Content | null
}

const dayMs = 24 * 3_600_000

/** Whether it can still be taken back: before it is sent, and for a day. */
export const canTakeBack = ({ state, receivedAt }: OwnEntry, now: number): boolean =>
  state === 'waiting' || (state === 'sent' && (receivedAt ?? now) > now - dayMs)

/** What lies on this device and what the server has of the week, each once, the latest first. */
export function ownEntries(
  kept: readonly Entry[],
  account: string,
  served: readonly OwnObservation[],
  weekStart: number,
): OwnEntry[] {
  const mine = kept.filter((entry) => entry.account === account && entry.kind === 'observation')
  const here = new Map(mine.map((entry) => [entry.id, entry]))
  const fromServer = served.map((one): OwnEntry => {
    const local = here.get(one.id)
    here.delete(one.id)
    return {
      id: one.id,
      kind: one.kind,
      from: one.observedFrom,
      to: one.observedTo,
      words: one.words,
      state: one.withdrawnAt ? 'withdrawn' : local?.withdrawing ? 'withdrawing' : 'sent',
      trouble: local?.trouble ?? null,
      receivedAt: Date.parse(one.receivedAt),
      content: null,
    }
  })
  const fromHere = [...here.values()].flatMap((entry): OwnEntry[] => {
    const content = entry.content as Content | null
    if (!content) return []
    const old = entry.state === 'sent' && Date.parse(content.observedFrom) < weekStart
    if (old) return []
    return [
      {
        id: entry.id,
        kind: content.kind,
        from: content.observedFrom,
        to: content.observedTo,
        words: content.words,
        state: entry.withdrawing ? 'withdrawing' : entry.state,
        trouble: entry.trouble,
        receivedAt: entry.sentAt,
        content,
      },
    ]
  })
  return [...fromServer, ...fromHere].sort((a, b) => Date.parse(b.from) - Date.parse(a.from))
}

/** Monday at midnight by the clock on the wall. */
export function weekStartOf(now: Date): number {
  const monday = new Date(now.getFullYear(), now.getMonth(), now.getDate() - ((now.getDay() + 6) % 7))
  return monday.getTime()
}
