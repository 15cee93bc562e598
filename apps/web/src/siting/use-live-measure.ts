import type { SitingMeasure } from '@trygghetskartan/siting'
import type { Geometry } from 'geojson'
import { useCallback, useEffect, useRef, useState } from 'react'
import { type Editing, geometryNow } from '../plan/editing.ts'
import { useHandler } from '../plan/use-handler.ts'
import { measureNow } from './measure-now.ts'

/** How often panels follow what moves, and when it counts as still, in milliseconds. */
const calmEvery = 160
const stillAfter = 260

export interface LiveMeasure {
  /** As it was a moment ago: for panels and for what takes time. */
  readonly calm: SitingMeasure | null
  /** It is being dragged, turned or typed at just now. */
  readonly moving: boolean
  /** Called with the measure as it is, at most once a frame; and once at the start. Returns the way to stop. */
  readonly eachFrame: (listener: (measure: SitingMeasure | null) => void) => () => void
}

/** What is drawn and filled in, as siting reckons with it: every frame for the map, calmer for panels. */
export function useLiveMeasure(editing: Editing): LiveMeasure {
  const { drawing, input } = editing
  const last = useRef<{
    geometry: Geometry | null
    key: string
    input: unknown
    measure: SitingMeasure | null
  }>(undefined)
  const read = useHandler((): SitingMeasure | null => {
    const geometry = geometryNow(editing)
    const key = JSON.stringify(geometry)
    const before = last.current
    if (before && before.key === key && before.input === input) return before.measure
    const measure = measureNow(editing, geometry)
    last.current = { geometry, key, input, measure }
    return measure
  })
  const [calm, setCalm] = useState(read)
  const [moving, setMoving] = useState(false)
  const listeners = useRef(new Set<(measure: SitingMeasure | null) => void>())
  const told = useRef<SitingMeasure | null>(undefined)
  const timers = useRef({ frame: 0, calm: 0, still: 0 })

  const follow = useHandler(() => {
    timers.current.frame = 0
    const measure = read()
    if (measure === told.current) return
    const first = told.current === undefined
    told.current = measure
    for (const listener of listeners.current) listener(measure)
    timers.current.calm ||= window.setTimeout(() => {
      timers.current.calm = 0
      setCalm(read())
    }, calmEvery)
    if (first) return
    setMoving(true)
    clearTimeout(timers.current.still)
    timers.current.still = window.setTimeout(() => setMoving(false), stillAfter)
  })
  const soon = useCallback(() => {
    timers.current.frame ||= requestAnimationFrame(follow)
  }, [follow])

  useEffect(() => drawing?.subscribe(soon), [drawing, soon])
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is typed moves it too
  useEffect(soon, [input, soon])
  useEffect(() => {
    const held = timers.current
    return () => {
      cancelAnimationFrame(held.frame)
      clearTimeout(held.calm)
      clearTimeout(held.still)
      held.frame = held.calm = 0
    }
  }, [])

  const eachFrame = useCallback<LiveMeasure['eachFrame']>(
    (listener) => {
      listeners.current.add(listener)
      listener(read())
      return () => void listeners.current.delete(listener)
    },
    [read],
  )
  return { calm, moving, eachFrame }
}

/** A measure that stands still, in the same shape. */
export function useStillMeasure(measure: SitingMeasure | null): LiveMeasure {
  const eachFrame = useCallback<LiveMeasure['eachFrame']>(
    (listener) => {
      listener(measure)
      return () => undefined
    },
    [measure],
  )
  return { calm: measure, moving: false, eachFrame }
}
