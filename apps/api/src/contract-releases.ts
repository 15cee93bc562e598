import type { Category, Level, Rules } from '@trygghetskartan/privacy'

/** The JSON of the safety map's releases; for the client's eyes: types only. */

export interface ReleaseSquare {
  /** Its south-west corner, 'E447250N6209000'. */
  square: string
  /** '' outside all areas. */
  area: string
  level: Level
  about: Category[]
  done: number
  coming: number
}

export interface ReleaseArea {
  name: string
  level: Level
  about: Category[]
  /** Squares of it that say so. */
  squares: { some: number; many: number; all: number }
  done: number
  coming: number
  /** Share feeling unsafe (%), with the interval of 95 per cent (Wilson). */
  survey: {
    year: number
    share: number
    low: number
    high: number
    respondents: number
    responseRate: number | null
    source: string | null
  }
}

export interface ReleaseSummary {
  /** 'YYYY-MM': the last month that is counted. */
  month: string
  town: Level
  /** SHA-256 of all that is published in it; `before` is that of the release before. */
  sha256: string
  before: string | null
}

/** GET /api/releases: everybody. The newest first. */
export interface ReleasesAnswer {
  releases: ReleaseSummary[]
}

/** GET /api/releases/{month}: everybody. */
export interface ReleaseAnswer extends ReleaseSummary {
  rules: Rules
  areas: ReleaseArea[]
  squares: ReleaseSquare[]
}
