import type {
  CameraReport,
  CameraReportInputs,
  ClearanceReport,
  ClearanceReportInputs,
  Demand,
  Ground,
  LightReport,
  LightReportInputs,
} from '@trygghetskartan/siting'

/** The piece of town that questions are about. Sent once for each pair of digests. */
export interface KnownTown {
  readonly ground: Ground
  readonly demand: Demand
  readonly groundDigest: string
  readonly demandDigest: string
}

/** Questions to the worker: the inputs of a report without the town. */
export type SitingWork =
  | ({ readonly kind: 'camera' } & Omit<CameraReportInputs, keyof Town>)
  | ({ readonly kind: 'light' } & Omit<LightReportInputs, keyof Town>)
  | ({ readonly kind: 'clearance' } & Omit<ClearanceReportInputs, keyof Town>)
interface Town {
  ground: Ground
  demand: Demand
}

export interface Reports {
  readonly camera: CameraReport
  readonly light: LightReport
  readonly clearance: ClearanceReport
}
export type WorkKind = keyof Reports
export type WorkOf<Kind extends WorkKind> = Extract<SitingWork, { readonly kind: Kind }>
