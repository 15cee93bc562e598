import type {
  Picture,
  PicturePresence,
  PictureUpdate,
  SectionKind,
} from '@trygghetskartan/api/contract-pictures'
import * as Y from 'yjs'
import { ProblemError } from '../api.ts'
import { pendingEdits } from './pending-edits.ts'
import { liveOf, picturesApi } from './pictures-api.ts'

export interface LiveState {
  /** saved: the server has it all. sending; offline: kept here until it can be sent; held: frozen meanwhile; refused. */
  readonly state: 'saved' | 'sending' | 'offline' | 'held' | 'refused'
  /** Who else is writing where. */
  readonly present: readonly PicturePresence[]
}

export interface LivePicture {
  text(section: SectionKind): Y.Text
  /** What the server says the texts are: it is merged with what is here. */
  load(picture: Picture): void
  /** Where one is writing, or nowhere. */
  be(section: SectionKind | null): void
  subscribe(listener: () => void): () => void
  now(): LiveState
  close(): void
}

interface Options {
  readonly week: string
  readonly account: string
  readonly after: number
  /** The picture is to be read anew. */
  readonly onChanged: () => void
}

/** Edits of one quarter of a second go out together. */
const together = 250
const [firstAgain, longestAgain] = [1000, 15_000]
/** Presence is told again, and taken for gone, after milliseconds. */
const [tellAgain, gone] = [20_000, 45_000]
const fromServer = 'server'

const toBase64 = (bytes: Uint8Array): string =>
  btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
const fromBase64 = (text: string): Uint8Array => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))

/** The texts of a picture as several write them at once: edits go out and come in, and wait on this device while there is no contact. */
export function createLivePicture({ week, account, after, onChanged }: Options): LivePicture {
  const client = crypto.randomUUID()
  const pending = pendingEdits(`picture:${account}:${week}`)
  const docs = new Map<SectionKind, Y.Doc>()
  const unsent = new Map<SectionKind, Uint8Array[]>()
  const others = new Map<string, { presence: PicturePresence; until: number }>()
  const listeners = new Set<() => void>()
  let state: LiveState = { state: 'saved', present: [] }
  let sending = false
  let closed = false
  let again = firstAgain
  let timer = 0
  let here: SectionKind | null = null

  const set = (next: Partial<LiveState>) => {
    state = { ...state, ...next }
    for (const listener of listeners) listener()
  }
  const docOf = (section: SectionKind): Y.Doc => {
    let doc = docs.get(section)
    if (!doc) {
      doc = new Y.Doc()
      doc.on('update', (update: Uint8Array, origin: unknown) => {
        if (origin === fromServer) return
        unsent.set(section, [...(unsent.get(section) ?? []), update])
        set({ state: state.state === 'held' ? 'held' : 'sending' })
        later(together)
      })
      docs.set(section, doc)
    }
    return doc
  }
  const later = (milliseconds: number) => {
    clearTimeout(timer)
    if (!closed) timer = window.setTimeout(() => void send(), milliseconds)
  }
  /** Edits become pending ones: from now on they outlive the page. */
  const gather = () => {
    for (const [section, updates] of unsent)
      pending.add({ id: crypto.randomUUID(), section, update: toBase64(Y.mergeUpdates(updates)) })
    unsent.clear()
  }
  const send = async (): Promise<void> => {
    if (sending || closed) return
    sending = true
    gather()
    try {
      for (const edit of pending.list()) {
        await picturesApi.update(week, edit)
        pending.drop(edit.id)
      }
      again = firstAgain
      set({ state: unsent.size > 0 ? 'sending' : 'saved' })
    } catch (error) {
      const status = error instanceof ProblemError ? error.problem.status : 0
      if (status === 409) {
        set({ state: 'held' })
        onChanged()
      } else if (status === 403 || status === 404 || status === 413 || status === 422)
        set({ state: 'refused' })
      else {
        set({ state: 'offline' })
        later(again)
        again = Math.min(longestAgain, again * 2)
      }
    } finally {
      sending = false
    }
    if (unsent.size > 0 && state.state === 'sending') later(together)
  }

  const events = new EventSource(liveOf(week, after))
  events.addEventListener('update', (event: MessageEvent<string>) => {
    const { section, update } = JSON.parse(event.data) as PictureUpdate
    Y.applyUpdate(docOf(section), fromBase64(update), fromServer)
  })
  events.addEventListener('changed', () => onChanged())
  events.addEventListener('present', (event: MessageEvent<string>) => {
    const presence = JSON.parse(event.data) as PicturePresence
    if (presence.client === client) return
    if (presence.section === null) others.delete(presence.client)
    else others.set(presence.client, { presence, until: Date.now() + gone })
    tellPresent()
  })
  const tellPresent = () => set({ present: [...others.values()].map(({ presence }) => presence) })
  const tell = () => picturesApi.present(week, { client, section: here }).catch(() => undefined)
  const beat = window.setInterval(() => {
    if (here !== null) void tell()
    const before = others.size
    for (const [one, { until }] of others) if (until < Date.now()) others.delete(one)
    if (others.size !== before) tellPresent()
  }, tellAgain)
  const back = () => later(0)
  const leave = () => gather()
  addEventListener('online', back)
  addEventListener('pagehide', leave)

  // What an earlier page could not send.
  for (const { section, update } of pending.list())
    Y.applyUpdate(docOf(section), fromBase64(update), fromServer)
  if (pending.list().length > 0) later(0)

  return {
    text: (section) => docOf(section).getText('text'),
    load(picture) {
      for (const { kind, document } of picture.sections)
        if (document) Y.applyUpdate(docOf(kind), fromBase64(document), fromServer)
      if (picture.state === 'draft' && state.state === 'held') {
        set({ state: 'sending' })
        later(0)
      }
    },
    be(section) {
      if (section === here) return
      here = section
      void tell()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    now: () => state,
    close() {
      gather()
      if (pending.list().length > 0) void send()
      if (here !== null) {
        here = null
        void tell()
      }
      closed = true
      events.close()
      clearTimeout(timer)
      clearInterval(beat)
      removeEventListener('online', back)
      removeEventListener('pagehide', leave)
      for (const doc of docs.values()) doc.destroy()
    },
  }
}
