/** What of a service worker's scope is used here (W3C Service Workers; WICG Background Sync): the window's own types know none of it. */

interface WaitingEvent extends Event {
  waitUntil(work: Promise<unknown>): void
}

interface WorkerEvents {
  install: WaitingEvent
  activate: WaitingEvent
  message: WaitingEvent & { readonly data: unknown }
  fetch: WaitingEvent & { readonly request: Request; respondWith(answer: Promise<Response>): void }
  sync: WaitingEvent & { readonly tag: string }
}

export interface WorkerScope {
  readonly location: Location
  readonly registration: { readonly scope: string }
  readonly clients: { claim(): Promise<void> }
  skipWaiting(): Promise<void>
  addEventListener<Name extends keyof WorkerEvents>(
    name: Name,
    listener: (event: WorkerEvents[Name]) => void,
  ): void
}
