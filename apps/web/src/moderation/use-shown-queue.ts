import { useSearch } from '@tanstack/react-router'
import type { QueuedReport } from '@trygghetskartan/api/contract-moderation'
import { useSession } from '../session.ts'
import { useQueue } from './use-moderation.ts'

const shows = { tysta: 'quiet', avslutade: 'closed' } as const

/** How a queue is narrowed, by what it is called in the address. */
export const narrowings = { nya: 'fresh', sena: 'lateOnes', mina: 'mine', svar: 'repliedOnes' } as const
export type Narrow = 'all' | (typeof narrowings)[keyof typeof narrowings]

/** The queue that the address is about, whole and as it is narrowed. */
export function useShownQueue() {
  const { me } = useSession()
  const { visa, urval } = useSearch({ strict: false }) as { visa?: string; urval?: string }
  const asked = useQueue(shows[visa as keyof typeof shows] ?? 'open')
  const belongs: Readonly<Record<Narrow, (report: QueuedReport) => boolean>> = {
    all: () => true,
    fresh: ({ state }) => state === 'new',
    lateOnes: ({ late }) => late,
    mine: ({ assignedTo }) => assignedTo?.id === me.account?.id,
    repliedOnes: ({ replied }) => replied,
  }
  // Only what is open is narrowed.
  const narrow: Narrow = (visa === undefined && narrowings[urval as keyof typeof narrowings]) || 'all'
  return { ...asked, visa, narrow, belongs, shown: asked.data?.reports.filter(belongs[narrow]) ?? [] }
}
