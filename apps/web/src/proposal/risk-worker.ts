import type { Demand, Ground, LuminaireFiles, Refusal, Rings, RiskSettings } from '@trygghetskartan/siting'
import { type RiskGrid, riskGrid } from './risk-grid.ts'

/** What is asked of the risk: the ground once, then settings as they change. */
export interface RiskAsked {
  readonly n: number
  /** Absent: as it was last. */
  readonly about?: {
    readonly ground: Ground
    readonly demand: Demand
    readonly luminaires: LuminaireFiles
  }
  readonly area: Rings
  readonly settings: RiskSettings
}

export interface RiskTold {
  readonly n: number
  readonly grid: RiskGrid | Refusal | null
}

let about: RiskAsked['about']

self.addEventListener('message', ({ data }: MessageEvent<RiskAsked>) => {
  about = data.about ?? about
  let grid: RiskTold['grid'] = null
  try {
    if (about) grid = riskGrid(about, data.area, data.settings)
  } finally {
    // Whoever asks is answered also where the reckoning throws; the error itself goes to the worker's own listeners.
    self.postMessage({ n: data.n, grid } satisfies RiskTold)
  }
})
