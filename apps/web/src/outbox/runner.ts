import { sessionChannel } from '../guard/session-channel.ts'
import { findBeside } from './find-beside.ts'
import { asUrgent, delayOf, isOld, isPending, nextDue } from './queue.ts'
import { type Contact, type Sent, sendDue } from './send.ts'
import { openStore } from './store.ts'
import { syncTag } from './sync-tag.ts'

/** The outbox of this device. */
export const outboxStore = openStore()

let contact: Contact = 'open'
let sender: string | null = null
let failures = 0
let timer = 0
let running: Promise<void> | null = null
let again = false
const listeners = new Set<() => void>()

/** What stands in the way, if anything, as it was at the last attempt. */
export const outboxContact = {
  now: () => contact,
  subscribe: (listener: () => void) => {
    listeners.add(listener)
    return () => void listeners.delete(listener)
  },
}

function told(next: Contact): void {
  if (next === contact) return
  contact = next
  for (const listener of listeners) listener()
}

/** Sends now what is due; asked again while it sends, it goes round once more. */
export function sendNow(): Promise<void> {
  if (running) {
    again = true
    return running
  }
  running = rounds()
  return running
}

async function rounds(): Promise<void> {
  do {
    again = false
    clearTimeout(timer)
    const went = await sendDue({ store: outboxStore, findNonce: findBeside }).catch(
      (): Sent => ({ contact: 'offline', sender: null }),
    )
    failures = went.contact === 'offline' ? failures + 1 : 0
    sender = went.sender
    told(went.contact)
    await plan()
    // Asked for while it was busy, to the last moment.
  } while (again)
  running = null
}

/** Comes back when something is due; with the server out of reach, ever more seldom. */
async function plan(): Promise<void> {
  const now = Date.now()
  const entries = await outboxStore.all().catch(() => [])
  for (const { id } of entries.filter((entry) => isOld(entry, now)))
    await outboxStore.change(id, () => null).catch(() => null)
  const pending = entries.filter(isPending)
  if (pending.length === 0) return
  await askToBeWoken()
  // Whoever signs in comes back to a new page, or tells on the channel.
  if (contact === 'signed-out') return
  const due = contact === 'offline' ? now + delayOf(failures, Math.random()) : nextDue(pending, sender)
  if (due !== null) timer = window.setTimeout(() => void sendNow(), Math.max(1000, due - now))
}

/** Everything at once, whatever it waited for: there may be contact again. */
export async function sendAll(): Promise<void> {
  const now = Date.now()
  for (const entry of (await outboxStore.all()).filter((one) => isPending(one) && one.nextAt > now))
    await outboxStore.change(entry.id, (latest) => latest && asUrgent(latest, now))
  failures = 0
  await sendNow()
}

/** Background Sync, where the browser has it. */
async function askToBeWoken(): Promise<void> {
  const registration = await navigator.serviceWorker?.getRegistration().catch(() => undefined)
  const sync = (registration as { sync?: { register(tag: string): Promise<void> } } | undefined)?.sync
  await sync?.register(syncTag).catch(() => undefined)
}

/** Sends when there is contact, when one comes back to the page, and now and then. Returns the way to stop. */
export function runOutbox(): () => void {
  const all = () => void sendAll().catch(() => undefined)
  const seen = () => document.visibilityState === 'visible' && all()
  const channel = sessionChannel()
  channel.onmessage = all
  window.addEventListener('online', all)
  window.addEventListener('pageshow', all)
  document.addEventListener('visibilitychange', seen)
  all()
  return () => {
    clearTimeout(timer)
    channel.close()
    window.removeEventListener('online', all)
    window.removeEventListener('pageshow', all)
    document.removeEventListener('visibilitychange', seen)
  }
}
