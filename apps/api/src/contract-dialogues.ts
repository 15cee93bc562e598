/** The JSON of survey results; for the client's eyes: types only. */

/** A question's result in one year. Null where too few answered, or too few are on one side, and the caller is no planner. */
export interface SurveyYear {
  year: number
  /** Per cent, with the interval of 95 per cent (Wilson). */
  share: number | null
  low: number | null
  high: number | null
  n: number | null
  responseRate: number | null
  source: string | null
  /** Others than planners do not see it. */
  suppressed: boolean
}
/** Percentage points, later minus earlier, with the interval of 95 per cent (Newcombe's method 10). */
export interface SurveyChange {
  from: number
  to: number
  difference: number
  low: number
  high: number
  /** It can be due to chance. */
  byChance: boolean
}
export interface SurveyQuestion {
  question: string
  /** Oldest first. */
  years: SurveyYear[]
  /** Between each two years that follow each other and are both known. */
  changes: SurveyChange[]
  /** From the first known year to the last, where there are more than two. */
  whole: SurveyChange | null
}
/** GET /api/surveys?area= : everybody, as far as each may know. */
export interface SurveyAnswer {
  area: string
  /** Fewer answers than this are for planners alone. */
  least: number
  /** Fewer people than this on one side as well. */
  few: number
  questions: SurveyQuestion[]
}
