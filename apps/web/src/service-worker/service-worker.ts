import { sendDue } from '../outbox/send.ts'
import { openStore } from '../outbox/store.ts'
import { syncTag } from '../outbox/sync-tag.ts'
import { cacheFirst, networkFirst } from './strategies.ts'
import type { WorkerScope } from './worker-scope.ts'

/**
 * Lets /lagg-in and /rapportera open and log without a connection. Each is registered by itself, and answers for its page alone, and
 * with its files alone: what the server says of anybody or anything is never kept here.
 */

/** Written in by the build: the files of each page, and a name that changes with any of them. */
declare const shells: Readonly<Record<string, readonly string[]>>
declare const shellVersion: string

const scope = self as unknown as WorkerScope

const page = new URL(scope.registration.scope).pathname
const shellFiles = shells[page] ?? []
const shellPrefix = `${page.slice(1)}-shell-`
const shellName = shellPrefix + shellVersion
/** How long the network may take over the page before what is kept is shown, in milliseconds. */
const patience = 4000
const files = new Set(shellFiles)

scope.addEventListener('install', (event) => {
  event.waitUntil(install())
})

async function install(): Promise<void> {
  const cache = await caches.open(shellName)
  await Promise.all([
    cache.add(new Request(page, { cache: 'reload' })),
    ...shellFiles.map(async (file) => {
      // The same name has the same content: most of a new build is that of the one before.
      const before = await caches.match(file)
      if (before && file.startsWith('/assets/')) await cache.put(file, before)
      else await cache.add(new Request(file, { cache: 'reload' }))
    }),
  ])
}

scope.addEventListener('activate', (event) => {
  event.waitUntil(clearOld().then(() => scope.clients.claim()))
})

/** The build before this one stays: a page of it may be open still. */
async function clearOld(): Promise<void> {
  const shells = (await caches.keys()).filter((name) => name.startsWith(shellPrefix) && name !== shellName)
  for (const name of shells.slice(0, -1)) await caches.delete(name)
}

scope.addEventListener('message', (event) => {
  if (event.data === 'take-over') event.waitUntil(scope.skipWaiting())
})

scope.addEventListener('fetch', (event) => {
  const { request } = event
  const url = new URL(request.url)
  if (request.method !== 'GET' || url.origin !== scope.location.origin) return
  if (request.mode === 'navigate') {
    if (url.pathname === page)
      event.respondWith(caches.open(shellName).then((cache) => networkFirst(cache, request, page, patience)))
  } else if (files.has(url.pathname)) {
    event.respondWith(caches.open(shellName).then((cache) => cacheFirst(cache, request)))
  }
})

// Background Sync: the browser says that there is contact, also when the page is closed.
scope.addEventListener('sync', (event) => {
  if (event.tag === syncTag) event.waitUntil(sendInBackground())
})

async function sendInBackground(): Promise<void> {
  const { contact } = await sendDue({ store: openStore() })
  // Refused, the browser comes back later; signed out, the page has to.
  if (contact === 'offline') throw new Error('The server is out of reach')
}
