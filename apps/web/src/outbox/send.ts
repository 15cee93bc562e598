import type { Me } from '@trygghetskartan/api/contract'
import { deliver } from './deliver.ts'
import type { Answer, Entry } from './entry.ts'
import { findNonce, type ProofTask } from './proof-of-work.ts'
import { afterAnswer, attempted, dueEntries, isPending } from './queue.ts'
import type { OutboxStore } from './store.ts'

/** What stands in the way of everything, if anything. */
export type Contact = 'open' | 'offline' | 'signed-out'

/** How it went, and whose entries could be sent. */
export interface Sent {
  readonly contact: Contact
  readonly sender: string | null
}

export interface Sending {
  readonly store: OutboxStore
  readonly fetch?: typeof fetch
  readonly now?: () => number
  readonly chance?: () => number
  /** Does the work that nameless entries come with. */
  readonly findNonce?: (task: ProofTask) => Promise<string>
}

/** One at a time over all tabs and the service worker: nothing is sent twice at once. */
const alone = <T>(work: () => Promise<T>): Promise<T> =>
  'locks' in navigator ? navigator.locks.request('trygghetskartan.outbox', work) : work()

/** Sends what is due. It goes on until the server is out of reach or somebody has to sign in; the rest waits. */
export const sendDue = (sending: Sending): Promise<Sent> => alone(() => send(sending))

async function send({
  store,
  fetch: ask = fetch,
  now = Date.now,
  chance = Math.random,
  findNonce: find = findNonce,
}: Sending): Promise<Sent> {
  const pending = (await store.all()).filter(isPending)
  if (pending.length === 0) return { contact: 'open', sender: null }
  // Nobody needs to be anybody to send what has no name to it.
  const me = pending.every(({ account }) => account === null) ? { account: null } : await whoAmI(ask)
  if (me === 'offline') return { contact: me, sender: null }
  const sender = me.account?.id ?? null
  for (const entry of dueEntries(await store.all(), sender, now())) {
    const asked = await store.change(entry.id, (latest) => latest && attempted(latest))
    if (!asked || !isPending(asked)) continue
    const answer = await deliver({ ask, find }, asked, now())
    await store.change(asked.id, (latest) => latest && settled(latest, asked, answer, now(), chance()))
    if (answer.status === 0) return { contact: 'offline', sender }
    if (answer.status === 401) return { contact: 'signed-out', sender: null }
  }
  const others = pending.some(({ account }) => account !== null && account !== sender)
  return { contact: sender === null && others ? 'signed-out' : 'open', sender }
}

/** Somebody may have asked to take it back while it was on its way. */
function settled(latest: Entry, asked: Entry, answer: Answer, now: number, chance: number): Entry | null {
  if (latest.withdrawing === asked.withdrawing) return afterAnswer(latest, answer, now, chance)
  const after = afterAnswer(asked, answer, now, chance)
  if (!after || after.state === 'failed') return null
  return { ...latest, state: after.state, sentAt: after.sentAt, nextAt: now }
}

async function whoAmI(ask: typeof fetch): Promise<Pick<Me, 'account'> | 'offline'> {
  const response = await ask('/auth/me', {
    headers: { accept: 'application/json' },
    cache: 'no-store',
  }).catch(() => null)
  if (!response?.ok) return 'offline'
  return ((await response.json().catch(() => null)) as Me | null) ?? 'offline'
}
