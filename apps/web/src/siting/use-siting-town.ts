import { type Box, type Town, townFrom } from '@trygghetskartan/siting'
import { useEffect, useMemo, useState } from 'react'
import { useDemand, useGround } from '../ground/use-ground.ts'
import type { KnownTown } from './siting-protocol.ts'

export interface SitingTown {
  /** For the worker; null while it is on its way. */
  readonly known: KnownTown | null
  /** In metres, for what is drawn in each frame. */
  readonly town: Town | null
  readonly error: Error | null
  readonly retry: () => void
}

/** The town about what is worked on. While another piece is on its way the one before stays. */
export function useSitingTown(box: Box | null): SitingTown {
  const ground = useGround(box)
  const demand = useDemand(box)
  const [town, setTown] = useState<Town | null>(null)
  const around = ground.data?.ground
  useEffect(() => {
    if (!around) return
    // Not within the rendering that brought it: a large town takes a moment.
    const timer = setTimeout(() => setTown(townFrom(around)))
    return () => clearTimeout(timer)
  }, [around])
  const known = useMemo<KnownTown | null>(
    () =>
      ground.data && demand.data
        ? {
            ground: ground.data.ground,
            groundDigest: ground.data.digest,
            demand: demand.data.demand,
            demandDigest: demand.data.digest,
          }
        : null,
    [ground.data, demand.data],
  )
  return {
    known,
    town,
    error: ground.error ?? demand.error,
    retry: () => {
      void ground.refetch()
      void demand.refetch()
    },
  }
}
