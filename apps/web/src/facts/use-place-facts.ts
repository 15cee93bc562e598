import { useQuery } from '@tanstack/react-query'
import type { FactsAnswer, SitingMeasuresAnswer } from '@trygghetskartan/api/contract-siting'
import type { Ground, LonLat, PlaceFacts, PlaceFactsInputs } from '@trygghetskartan/siting'
import { useEffect, useMemo, useRef, useState } from 'react'
import { call } from '../api.ts'
import { boxAround } from '../ground/boxes.ts'
import { useDemand, useGround } from '../ground/use-ground.ts'
import { useLuminaireFiles } from '../proposal/use-luminaire-files.ts'
import type { FactsAsked, FactsTold } from './facts-worker.ts'
import { writePlace } from './place.ts'

/** Metres of ground about the place: farther lamps and cameras give and see next to nothing. */
const about = 200

/** What is recorded of a place. */
export const useRecorded = (place: LonLat | null) =>
  useQuery({
    queryKey: ['facts', place && writePlace(place)],
    queryFn: ({ signal }) => call<FactsAnswer>('GET', `/api/facts?at=${writePlace(place!)}`, { signal }),
    enabled: place !== null,
  })

/** What lights a place and who sees it, reckoned beside the page; null until it is known. */
export function useReckoned(place: LonLat | null, recorded: FactsAnswer | undefined) {
  const box = useMemo(() => place && boxAround(place, about), [place])
  const ground = useGround(box)
  const demand = useDemand(box)
  const ids = recorded?.measures.filter(({ planned }) => planned).map(({ id }) => id) ?? []
  const list = ids.toSorted().join(',')
  const planned = useQuery({
    queryKey: ['siting-measures', 'ids', list],
    queryFn: ({ signal }) =>
      call<SitingMeasuresAnswer>('GET', `/api/siting/measures?ids=${list}`, { signal }),
    enabled: list !== '',
  })
  const measures = list === '' ? none : planned.data?.measures
  const lights = useLuminaireFiles(ground.data?.ground, measures ?? none)
  const known = recorded && measures && lights.files && ground.data && !ground.isPlaceholderData
  const inputs = useMemo<PlaceFactsInputs | null>(
    () =>
      known && place
        ? { at: place, ground: ground.data.ground, planned: measures, luminaires: lights.files }
        : null,
    [known, place, ground.data, measures, lights.files],
  )
  return {
    found: useAnswered(inputs),
    demand: demand.isPlaceholderData ? undefined : demand.data?.demand,
    error: ground.error ?? demand.error ?? planned.error ?? lights.error,
  }
}

const none: SitingMeasuresAnswer['measures'] = []

function useAnswered(inputs: PlaceFactsInputs | null): PlaceFacts | null {
  const [answer, setAnswer] = useState<{ readonly to: PlaceFactsInputs; readonly found: PlaceFacts | null }>()
  const worker = useRef<Worker | null>(null)
  const told = useRef<Ground | null>(null)
  const count = useRef(0)
  useEffect(
    () => () => {
      worker.current?.terminate()
      worker.current = null
      told.current = null
    },
    [],
  )
  useEffect(() => {
    if (!inputs) return
    worker.current ??= new Worker(new URL('./facts-worker.ts', import.meta.url), { type: 'module' })
    const n = ++count.current
    const { ground, ...rest } = inputs
    const hear = ({ data }: MessageEvent<FactsTold>) => {
      if (data.n === n) setAnswer({ to: inputs, found: data.found })
    }
    const asked: FactsAsked = { n, rest, ...(told.current !== ground && { ground }) }
    told.current = ground
    const hired = worker.current
    hired.addEventListener('message', hear)
    hired.postMessage(asked)
    return () => hired.removeEventListener('message', hear)
  }, [inputs])
  return answer && answer.to === inputs ? answer.found : null
}
