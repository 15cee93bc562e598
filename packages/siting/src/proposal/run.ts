/** Kinds of results that are saved with all they follow from. */
export type SitingRunKind = 'proposal' | 'camera' | 'light' | 'clearance' | 'plan'

/** A result with everything it follows from: `reproduce` makes the same figures of it anywhere. */
export interface SitingRun {
  readonly kind: SitingRunKind
  /** Version of the methods that made it. */
  readonly methods: number
  /** ProposalInputs, CameraReportInputs, … by kind. */
  readonly inputs: unknown
  readonly result: unknown
}

/** Rises when a method changes so that the same inputs give other figures. */
export const methodsVersion = 1
