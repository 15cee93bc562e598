import type { Demand, Ground, LuminaireFiles, Refusal, Rings, RiskSettings } from '@trygghetskartan/siting'
import { isRefusal } from '@trygghetskartan/siting'
import { useEffect, useRef, useState } from 'react'
import type { RiskGrid } from './risk-grid.ts'
import type { RiskAsked, RiskTold } from './risk-worker.ts'

export interface RiskAnswer {
  readonly grid: RiskGrid | null
  readonly refusal: Refusal | null
  readonly busy: boolean
}

/** A moving slider or map is waited for so long before anything is reckoned, in milliseconds. */
const pause = 250

interface About {
  readonly ground: Ground
  readonly demand: Demand
  readonly luminaires: LuminaireFiles
}

/** The parts of the risk in an area, reckoned beside the page; the last answer stays while the next is on its way. */
export function useRisk(about: About | null, area: Rings | null, settings: RiskSettings): RiskAnswer {
  const [answer, setAnswer] = useState<RiskAnswer>({ grid: null, refusal: null, busy: false })
  const worker = useRef<Worker | null>(null)
  const told = useRef<About | null>(null)
  const latest = useRef(0)
  const { weights: _, ...counted } = settings
  const question = JSON.stringify([area, counted])

  useEffect(
    () => () => {
      worker.current?.terminate()
      worker.current = null
      told.current = null
    },
    [],
  )
  useEffect(() => {
    const [asked, how] = JSON.parse(question) as [Rings | null, Omit<RiskSettings, 'weights'>]
    if (!about || !asked) return
    const timer = setTimeout(() => {
      if (!worker.current) {
        worker.current = new Worker(new URL('./risk-worker.ts', import.meta.url), { type: 'module' })
        worker.current.addEventListener('message', ({ data }: MessageEvent<RiskTold>) => {
          if (data.n !== latest.current) return
          const { grid } = data
          setAnswer(
            isRefusal(grid)
              ? { grid: null, refusal: grid, busy: false }
              : { grid, refusal: null, busy: false },
          )
        })
      }
      latest.current += 1
      setAnswer((before) => ({ ...before, busy: true }))
      const message: RiskAsked = {
        n: latest.current,
        ...(told.current !== about && { about }),
        area: asked,
        settings: { ...how, weights: { incidents: 1, reports: 1, survey: 1, darkness: 1, sight: 1 } },
      }
      told.current = about
      worker.current.postMessage(message)
    }, pause)
    return () => clearTimeout(timer)
  }, [about, question])
  return answer
}
