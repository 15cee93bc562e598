import { isRefusal } from '@trygghetskartan/geo'
import { useCallback } from 'react'
import { hotspotClient } from './hotspot-client.ts'
import type { Picture, Streets } from './hotspot-protocol.ts'
import type { PackedIncidents } from './use-incidents.ts'
import type { WholeAnswer } from './whole-answer.ts'

/** Answers what a picture asked once more, whole, in a worker of its own. Rejects where it cannot be answered. */
export function useWhole(incidents: PackedIncidents | undefined, picture: Picture, streets: Streets | null) {
  return useCallback(async (): Promise<WholeAnswer> => {
    if (!incidents) throw new Error('Nothing is asked')
    const client = hotspotClient()
    try {
      const whole = await client.ask(incidents, { kind: 'whole', question: picture.question, streets })
      if (!whole || isRefusal(whole)) throw new Error('Nothing is answered')
      return whole
    } finally {
      client.close()
    }
  }, [incidents, picture, streets])
}
