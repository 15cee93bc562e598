import type {
  Demand,
  Ground,
  LuminaireFiles,
  PlanReport,
  Refusal,
  Rings,
  RiskSettings,
  SitingMeasure,
} from '@trygghetskartan/siting'

/** What all plans of a comparison have in common. Sent first, once. */
export interface CommonInputs {
  readonly ground: Ground
  readonly demand: Demand
  readonly luminaires: LuminaireFiles
  readonly risk: RiskSettings
}

export type ToPlanWorker =
  | { readonly type: 'common'; readonly common: CommonInputs }
  | { readonly type: 'plan'; readonly plan: string; readonly measures: readonly SitingMeasure[] }

export interface FromPlanWorker {
  readonly plan: string
  /** Absent where reckoning broke down: `error` says what. */
  readonly report?: PlanReport | Refusal
  /** Ground that the plan's cameras see, for the map. */
  readonly watched: readonly Rings[]
  readonly error?: string
}
