import type { Problem } from '@trygghetskartan/api/contract'

/** Lets the caller in again after an answer that asks for it: true when the request may be sent once more. */
export type Renewal = (problem: Problem) => Promise<boolean>

let renewal: Renewal | null = null
let times = 0
const listeners = new Set<() => void>()

/** Who answers when the server asks for a sign-in: nobody before somebody has been signed in here. */
export function renewWith(next: Renewal | null): void {
  renewal = next
}

let check: (() => Promise<boolean>) | null = null
let closed: { readonly opened: Promise<void>; readonly open: () => void } | null = null

/** Who can tell whether the one who was signed in still is. */
export function checkWith(next: (() => Promise<boolean>) | null): void {
  check = next
}

/** Whether the one who was signed in still is; true where nobody was. */
export const stillAdmitted = (): Promise<boolean> => check?.() ?? Promise.resolve(true)

/** While a session is over and a new sign-in is asked for, nothing is asked of the server as if by anybody. */
export function holdRequests(hold: boolean): void {
  if (hold && !closed) {
    const { promise, resolve } = Promise.withResolvers<void>()
    closed = { opened: promise, open: resolve }
  }
  if (!hold) {
    closed?.open()
    closed = null
  }
}

/** Resolves when requests may be sent. */
export const mayAsk = async (): Promise<void> => closed?.opened

export const letInAgain = async (problem: Problem): Promise<boolean> =>
  renewal !== null && (await renewal(problem))

/** How many times the caller was let in again since the page was opened; what follows the server starts anew then. */
export const admissions = {
  now: () => times,
  subscribe: (listener: () => void) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
  add: () => {
    times++
    for (const listener of listeners) listener()
  },
}
