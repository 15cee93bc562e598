import { isNameless } from './destinations.ts'
import type { Answer, Entry } from './entry.ts'

const second = 1000
const shortestDelay = 5 * second
const longestDelay = 15 * 60 * second
/** What has arrived is shown for so long on this device. */
const keepSent = 8 * 24 * 3600 * second

/** Milliseconds to wait after so many attempts: doubling, up to a quarter of an hour, spread by a fifth so that phones do not come all at once. */
export function delayOf(attempts: number, chance: number): number {
  const whole = Math.min(longestDelay, shortestDelay * 2 ** Math.max(0, attempts - 1))
  return Math.round(whole * (0.9 + 0.2 * chance))
}

export const newEntry = <Content>(
  made: Pick<Entry<Content>, 'id' | 'kind' | 'account' | 'language' | 'content' | 'madeAt'>,
): Entry<Content> => ({
  ...made,
  state: 'waiting',
  withdrawing: false,
  attempts: 0,
  nextAt: made.madeAt,
  sentAt: null,
  trouble: null,
})

/** Whether anything of it is left to be sent, by whomever. */
export const isPending = ({ state, withdrawing }: Entry): boolean => state === 'waiting' || withdrawing

const isSenders = ({ account }: Entry, sender: string | null): boolean =>
  account === null || account === sender

/** What is to be sent now by who is signed in, in the order it was written. */
export const dueEntries = (entries: readonly Entry[], sender: string | null, now: number): Entry[] =>
  entries
    .filter((entry) => isPending(entry) && isSenders(entry, sender) && entry.nextAt <= now)
    .sort((a, b) => a.madeAt - b.madeAt || (a.id < b.id ? -1 : 1))

/** When something is to be sent next; null where nothing waits. */
export function nextDue(entries: readonly Entry[], sender: string | null): number | null {
  const times = entries
    .filter((entry) => isPending(entry) && isSenders(entry, sender))
    .map(({ nextAt }) => nextAt)
  return times.length > 0 ? Math.min(...times) : null
}

/** An attempt is about to be made: from now on the server may have it. */
export const attempted = (entry: Entry): Entry => ({ ...entry, attempts: entry.attempts + 1 })

/** It may arrive if it is sent again as it is. 401: somebody has to sign in first. */
const mayPass = (status: number): boolean =>
  status === 0 || status === 401 || status === 408 || status === 425 || status === 429 || status >= 500

const troubleOf = ({ status, title, detail }: Answer) => ({
  status,
  ...(title !== undefined && { title }),
  ...(detail !== undefined && { detail }),
})

/** The entry after the server's answer; null: there is nothing left to keep. */
export function afterAnswer(entry: Entry, answer: Answer, now: number, chance: number): Entry | null {
  const { status, retryAfter } = answer
  if (mayPass(status)) {
    const wait = Math.max(delayOf(entry.attempts, chance), (retryAfter ?? 0) * second)
    return { ...entry, nextAt: now + wait, trouble: troubleOf(answer) }
  }
  if (entry.withdrawing) {
    // Taken back, or never arrived: either way the server has it no more.
    if (status < 300 || status === 404 || status === 410) return null
    const state = entry.state === 'waiting' ? 'failed' : entry.state
    return { ...entry, state, withdrawing: false, attempts: 0, trouble: troubleOf(answer) }
  }
  if (status < 300) {
    // It has arrived, but not all of it.
    const trouble = answer.title === undefined ? null : troubleOf(answer)
    const content = isNameless(entry) ? null : entry.content
    return { ...entry, content, state: 'sent', attempts: 0, sentAt: now, trouble }
  }
  // Taken back elsewhere.
  if (status === 410) return null
  return { ...entry, state: 'failed', trouble: troubleOf(answer) }
}

/** The entry once it is to be taken back; null where it has never left this device. */
export function asWithdrawn(entry: Entry, now: number): Entry | null {
  const neverLeft = entry.state === 'failed' || (entry.state === 'waiting' && entry.attempts === 0)
  return neverLeft ? null : { ...entry, withdrawing: true, attempts: 0, nextAt: now, trouble: null }
}

/** To be sent at once, whatever it waited for. */
export const asUrgent = (entry: Entry, now: number): Entry =>
  isPending(entry) ? { ...entry, nextAt: Math.min(entry.nextAt, now) } : entry

/** Arrived so long ago that this device need not show it any more. */
export const isOld = ({ state, sentAt, withdrawing }: Entry, now: number): boolean =>
  state === 'sent' && !withdrawing && sentAt !== null && sentAt < now - keepSent
