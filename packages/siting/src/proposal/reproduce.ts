import { asSaved, type Difference, differences } from '@trygghetskartan/geo'
import { type CameraReportInputs, cameraReport } from '../reports/camera-report.ts'
import { type ClearanceReportInputs, clearanceReport } from '../reports/clearance-report.ts'
import { type LightReportInputs, lightReport } from '../reports/light-report.ts'
import { type PlanReportInputs, planReport } from '../reports/plan-report.ts'
import type { Text } from '../reports/text.ts'
import { reproduceProposal } from './reproduce-proposal.ts'
import type { ProposalInputs } from './request.ts'
import type { ProposalResult } from './result.ts'
import { methodsVersion, type SitingRun, type SitingRunKind } from './run.ts'
import type { SolveOptions } from './solve.ts'

/** A saved result held against the same inputs reckoned again. */
export interface Reproduction {
  readonly same: boolean
  readonly differences: readonly Difference[]
  /** The result as it comes out now, as JSON has it; null where it cannot be made. */
  readonly result: unknown
  readonly remarks: readonly Text[]
}

const reports: Readonly<Record<Exclude<SitingRunKind, 'proposal'>, (inputs: never) => unknown>> = {
  camera: (inputs: CameraReportInputs) => cameraReport(inputs),
  light: (inputs: LightReportInputs) => lightReport(inputs),
  clearance: (inputs: ClearanceReportInputs) => clearanceReport(inputs),
  plan: (inputs: PlanReportInputs) => planReport(inputs),
}

/**
 * Makes a saved result again from its inputs and compares every figure. A run of other methods than these is told, not made:
 * its figures need not be the same.
 */
export async function reproduce(
  run: SitingRun,
  options: Omit<SolveOptions, 'prove' | 'onProgress'> = {},
): Promise<Reproduction> {
  if (run.methods !== methodsVersion)
    return cannot('methods', run.methods, methodsVersion, {
      sv: `Resultatet är gjort med version ${run.methods} av metoderna. Här finns version ${methodsVersion}, så det kan inte räknas om lika.`,
      en: `The result was made with version ${run.methods} of the methods. Here is version ${methodsVersion}, so it cannot be made alike.`,
    })
  const inputs = asSaved(run.inputs)
  const saved = asSaved(run.result)
  if (run.kind === 'proposal') {
    const made = await reproduceProposal(inputs as ProposalInputs, saved as ProposalResult, options)
    return { same: made.differences.length === 0, remarks: [], ...made }
  }
  const report = Object.hasOwn(reports, run.kind) ? reports[run.kind] : undefined
  if (!report)
    return cannot('kind', run.kind, null, {
      sv: `Slaget ”${run.kind}” är okänt här.`,
      en: `The kind “${run.kind}” is not known here.`,
    })
  const result = asSaved(report(inputs as never))
  const found = differences(saved, result)
  return { same: found.length === 0, differences: found, result, remarks: [] }
}

const cannot = (path: string, saved: unknown, again: unknown, remark: Text): Reproduction => ({
  same: false,
  differences: [{ path, saved, again }],
  result: null,
  remarks: [remark],
})
