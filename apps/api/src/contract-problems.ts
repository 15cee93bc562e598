import type { Text } from '@trygghetskartan/layers'
import type { Geometry } from 'geojson'

/** The JSON of problems, joint operations and the action plan; for the client's eyes: types only. Planners and the police share all of it. */

export interface Choice {
  value: string
  title: Text
}

/** What people write of a problem. POST /api/problems takes title and kind at least; PATCH /api/problems/{id} with If-Match those that change. */
export interface ProblemFields {
  title: string
  kind: string
  description: string | null
  /** Degrees; null for the whole municipality. */
  geometry: Geometry | null
  place: string | null
  /** ISO, Monday 1; null for every day. */
  weekdays: number[] | null
  hoursFrom: string | null
  hoursTo: string | null
  affected: string | null
  causes: string[]
  goal: string | null
  indicator: string | null
  unit: string | null
  baseValue: number | null
  baseOn: string | null
  targetValue: number | null
  targetOn: string | null
  responsible: string | null
}
export type NewProblem = { id?: string } & Pick<ProblemFields, 'title' | 'kind'> & Partial<ProblemFields>
/** `reviewedOn`: the day it was gone through and held to be right. */
export type ProblemChange = Partial<ProblemFields> & { reviewedOn?: string }

/** PUT /api/problems/{id}/readings/{day}; DELETE the same. */
export interface NewReading {
  value: number
  note?: string | null
}
export interface Reading {
  on: string
  value: number
  note: string | null
  by: string
}

/** Something that the plan lacks, in words. `code` is for tests and colours. */
export interface Gap {
  code: string
  /** Whether it is about what the law asks for or what is late, and not advice. */
  serious: boolean
  text: Text
}

/** PUT /api/problems/{id}/measures/{measure}; DELETE the same. */
export interface NewLink {
  layer: string
  expectedEffect?: string | null
}
/** A measure as the caller sees it. */
export interface PlannedMeasure {
  id: string
  layer: string
  layerTitle: Text
  title: string
  status: string
  statusTitle: Text
  responsible: string | null
  startsOn: string | null
  completedOn: string | null
  geometry: Geometry
}
export interface LinkedMeasure extends PlannedMeasure {
  expectedEffect: string | null
}

/** GET /api/problems/{id}/suggestions: NewEvidence[]. POST /api/problems/{id}/evidence; DELETE /api/problem-evidence/{id}. */
export interface NewEvidence {
  id?: string
  kind: string
  title: string
  text?: string | null
  source?: string | null
  layer?: string | null
  object?: string | null
  /** How many events, answers or remarks are behind it. */
  n?: number | null
  /** As they were then. */
  figures?: { label: string; value: string }[]
  from?: string | null
  to?: string | null
  /** The police alone read it whole. Planners who set it are refused. */
  policeOnly?: boolean
}
export interface Evidence extends Required<Omit<NewEvidence, 'id'>> {
  id: string
  by: string
  at: string
}
/** What the police alone read whole, for planners. `atLeast` is rounded down to fives; null where no number is given. */
export interface WithheldEvidence {
  id: string
  kind: string
  title: string
  atLeast: number | null
  at: string
}

export interface Problem extends ProblemFields {
  id: string
  version: number
  state: string
  adoptedOn: string | null
  adoptedBy: string | null
  /** When it was last gone through and held to be right. */
  reviewedOn: string | null
  outcome: string | null
  demo: boolean
  createdAt: string
  updatedAt: string
  readings: Reading[]
  /** 0 where one began, 1 at the target; null where it cannot be told. Below 0: it has become worse. */
  progress: number | null
  measures: LinkedMeasure[]
  /** Measures that answer to it and that the caller does not see: of the police, for planners. */
  hiddenMeasures: number
  evidence: number
  operations: Operation[]
  gaps: Gap[]
  /** Until when it has to be gone through again: at least every second year. Null before it is adopted. */
  reviewBy: string | null
}
/** GET /api/problems/{id} */
export interface ProblemDetail extends Problem {
  evidenceList: Evidence[]
  withheld: WithheldEvidence[]
  /** States the caller may take it to. */
  nextStates: string[]
}
/** GET /api/problems */
export interface ProblemsAnswer {
  problems: Problem[]
  kinds: Choice[]
  states: Choice[]
  evidenceKinds: Choice[]
}

/** POST /api/problems/{id}/state with If-Match. `outcome` where it is closed or followed up, `on` and `by` where it is adopted. */
export interface ProblemStep {
  to: string
  on?: string
  by?: string
  outcome?: string
}

/** GET /api/problems/{id}/history, newest first. */
export interface ProblemHistoryEntry {
  part: 'problem' | 'reading' | 'evidence' | 'measure' | 'operation'
  op: 'insert' | 'update' | 'delete'
  at: string
  by: string
  /** What it is called, where it has a name. */
  title: string
  /** Names of what changed. */
  changed: string[]
}

export interface OperationFields {
  /** Those it answers to. */
  problems: string[]
  title: string
  geometry: Geometry | null
  place: string | null
  /** ISO instants. */
  startsAt: string
  endsAt: string
  authorities: string[]
  owner: string
  purpose: string
  outcome: string | null
  cancelled: boolean
}
/** POST /api/operations; PATCH and DELETE /api/operations/{id} with If-Match. */
export type NewOperation = { id?: string } & Pick<
  OperationFields,
  'title' | 'startsAt' | 'endsAt' | 'authorities' | 'owner' | 'purpose'
> &
  Partial<OperationFields>
export type OperationChange = Partial<OperationFields>
export interface Operation extends OperationFields {
  id: string
  version: number
  demo: boolean
  updatedAt: string
}

/** Something with a day. */
export interface Due {
  on: string
  what: 'target' | 'review' | 'measure' | 'operation'
  problem: string | null
  id: string
  title: string
  late: boolean
}
/** GET /api/action-plan; .docx and .pdf of it: GET /api/action-plan/{file}. */
export interface ActionPlan {
  problems: Problem[]
  measuresWithoutProblem: PlannedMeasure[]
  operationsWithoutProblem: Operation[]
  due: Due[]
  /** When the whole was last adopted or gone through, and until when it has to be again. */
  updatedOn: string | null
  updateBy: string | null
  warnings: Gap[]
}
