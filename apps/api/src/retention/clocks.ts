import { accounts, audit, importRejects, imports, sessions, signIns, tokens } from './clocks/accounts.ts'
import { accessibilityFaults } from './clocks/around.ts'
import type { ClockRule } from './clocks/clock.ts'
import { cameras, decisions, dossiers, planShares, sitingRuns } from './clocks/measures.ts'
import { history, incidents, notes, photos, removed, reports } from './clocks/objects.ts'
import { analyses, observations, pictures, policeIncidents, presence } from './clocks/police.ts'
import { operations, problems } from './clocks/problems.ts'
import { receipts, reportedPlaces, reportMessages } from './clocks/reports.ts'

/**
 * Every clock, in the order a run takes them: what hangs on something else before that, so that a run removes what the dry run counted.
 * Where the law gives no figure the municipality's own plan for its documents decides: these are where it starts from.
 */
const inOrder = [
  photos,
  notes,
  history,
  removed,
  reportMessages,
  reports,
  receipts,
  reportedPlaces,
  accessibilityFaults,
  incidents,
  observations,
  presence,
  policeIncidents,
  cameras,
  dossiers,
  decisions,
  planShares,
  problems,
  operations,
  sitingRuns,
  pictures,
  analyses,
  importRejects,
  imports,
  signIns,
  sessions,
  tokens,
  accounts,
  audit,
] as const satisfies readonly ClockRule[]

export type ClockKind = (typeof inOrder)[number]['kind']

export interface Clock extends ClockRule {
  readonly kind: ClockKind
}

export const clocks: readonly Clock[] = inOrder
