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
