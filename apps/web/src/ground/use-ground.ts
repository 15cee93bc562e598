import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { DemandAnswer, GroundAnswer } from '@trygghetskartan/api/contract-siting'
import type { Box } from '@trygghetskartan/siting'
import { call } from '../api.ts'
import { snapOut, writeBox } from './boxes.ts'

/** What is asked for in one piece stays good so long, in milliseconds; a change is told and fetches it anew. */
const staleTime = 5 * 60_000

/** The same object for the same digest, so that what is reckoned from it is not reckoned again. */
const sameForDigest = (before: unknown, now: unknown): unknown =>
  (before as Dated | undefined)?.digest === (now as Dated).digest ? before : now

interface Dated {
  readonly digest: string
}

const question = <T extends Dated>(name: 'ground' | 'demand', box: Box | null) => {
  const bbox = box && writeBox(snapOut(box))
  return {
    queryKey: [name, bbox],
    queryFn: ({ signal }: { signal: AbortSignal }) =>
      call<T>('GET', `/api/siting/${name}?bbox=${bbox}`, { signal }),
    enabled: bbox !== null,
    staleTime,
    structuralSharing: sameForDigest,
  }
}

/**
 * What stands in a box of the town, and its digest. The box is drawn out to a fixed mesh, so that dragging asks seldom;
 * `data.ground.box` says what came. While another box is on its way the one before stays. null asks for nothing.
 */
export const useGround = (box: Box | null) =>
  useQuery({ ...question<GroundAnswer>('ground', box), placeholderData: keepPreviousData })

/** What has happened and been said in the same box. */
export const useDemand = (box: Box | null) =>
  useQuery({ ...question<DemandAnswer>('demand', box), placeholderData: keepPreviousData })
