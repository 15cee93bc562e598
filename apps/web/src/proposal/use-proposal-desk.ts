import { useSyncExternalStore } from 'react'
import { useSession } from '../session.ts'
import { createProposalDesk, type DeskView, type ProposalDesk } from './proposal-desk.ts'

let held: { readonly account: string; readonly desk: ProposalDesk } | null = null

const hired = (account: string): ProposalDesk => {
  if (held?.account === account) return held.desk
  // Somebody else has signed in: what was reckoned is not theirs.
  held?.desk.cancel()
  const desk = createProposalDesk((hear) => {
    const worker = new Worker(new URL('./proposal-worker.ts', import.meta.url), { type: 'module' })
    worker.addEventListener('message', ({ data }) => hear(data))
    worker.addEventListener('error', ({ message }) => hear({ type: 'failed', message }))
    return { ask: (inputs) => worker.postMessage(inputs), end: () => worker.terminate() }
  })
  held = { account, desk }
  return desk
}

/** The account's desk: it outlives the panel, so that one may look at something else while it reckons. */
export function useProposalDesk(): readonly [ProposalDesk, DeskView] {
  const { me } = useSession()
  const desk = hired(me.account?.id ?? '')
  return [desk, useSyncExternalStore(desk.subscribe, desk.view)]
}
