import type { Text } from '@trygghetskartan/layers'

/** The JSON of the weekly joint pictures; for the client's eyes: types only. Weeks are ISO 8601, written 2026-48. */

export type PictureState = 'draft' | 'frozen' | 'signed'
/** internal: all of it, for the police. shared: what the municipality sees, police figures as aggregates that cannot be subtracted back. */
export type PictureVersion = 'internal' | 'shared'

export interface PictureSignature {
  side: 'police' | 'municipality'
  by: string
  title: string
  at: string
  sha256: string
}

/** GET /api/pictures, newest first. `next` is the week that is to be compiled next: the newest that has ended and has no picture, or null. */
export interface PicturesAnswer {
  /** The week that runs now. */
  current: string
  next: string | null
  pictures: PictureSummary[]
}

export interface PictureSummary {
  week: string
  /** Monday and Sunday. */
  from: string
  to: string
  state: PictureState
  compiledAt: string | null
  signatures: PictureSignature[]
  /** Tasks that are neither done nor dropped. */
  openTasks: number
}

/**
 * GET /api/pictures/{week}?version=internal|shared. Planners get the shared version alone (403 for the internal one), its figures and its map once it is signed.
 * POST …/compile compiles (200): figures are renewed, what people wrote stays. POST …/freeze, …/open; POST …/sign {title}. They heed
 * If-Match: "revision" where it is sent. Each answers the Picture.
 */
export interface Picture extends PictureSummary {
  version: PictureVersion
  municipality: string
  /** Rises when it is compiled, frozen, opened: If-Match. */
  revision: number
  /** Number of the last edit of its texts: where GET …/live?after= goes on. */
  edits: number
  frozen: { at: string; by: string | null } | null
  /** Digest of the version. */
  sha256: string | null
  /** The picture that was signed before this one; only internally. */
  previous: { week: string; sha256: string } | null
  /** Whether what was signed is what stands there; null where it is not signed. */
  intact: boolean | null
  hasMap: boolean
  sections: PictureSection[]
  attendance: PictureAttendance[]
  decisions: PictureDecision[]
  tasks: PictureTask[]
}

export type SectionKind =
  | 'summary'
  | 'changes'
  | 'times'
  | 'reports'
  | 'measures'
  | 'operations'
  | 'assessment'
  | 'ahead'

export interface PictureSection {
  kind: SectionKind
  title: string
  /** For the police alone. */
  internal: boolean
  text: string
  /** Yjs document of a draft, base64: its text is the type named text. */
  document: string | null
  data: SectionData | null
}

export type SectionData = Partial<
  SummaryData & ChangesData & TimesData & ReportsData & MeasuresData & OperationsData & AheadData & SharedData
>

/** new: none in eight weeks before. growing, fading: more or fewer than the eight weeks before by more than chance. solved: none in two weeks where there were. few: too few to tell. */
export type Verdict = 'new' | 'growing' | 'fading' | 'solved' | 'same' | 'few'

/** A count of the week beside others. */
export interface WeekCount {
  n: number
  /** Of the week before. */
  before: number
  /** Mean of the eight weeks before. */
  recent: number
  /** Mean of the same week, the one before and the one after, of up to three earlier years; null where nothing is known of them. */
  same: number | null
  /** Of how many weeks. */
  sameWeeks: number
  /** The week's rate over that of the eight weeks before, and its exact 99 % interval given their sum; null where nothing happened in either. */
  ratio: { value: number | null; low: number; high: number | null } | null
  verdict: Verdict
}

export interface SummaryData {
  incidents: WeekCount
  reports: WeekCount
  /** Reporters' observations. */
  observations: WeekCount | null
  measureCounts: { done: number; decided: number; due: number; late: number }
}

export interface ChangesData {
  areas: string[]
  kinds: string[]
  /** One row for each area, one count for each kind. */
  cells: WeekCount[][]
  byArea: WeekCount[]
  byKind: WeekCount[]
  total: WeekCount
  leftOut: { imprecise: number }
  /** How many counts were compared, and the share of those called growing or fading that chance is held under (false discovery rate). */
  compared: { counts: number; falseDiscovery: number }
  /** recorded: imported by the police. feed: the public feed's. */
  source: 'recorded' | 'feed'
}

export interface TimesData {
  /** Incidents by weekday, Monday first, and hour. */
  grid: number[][]
  /** Known to the day or worse. */
  untimed: number
}

export interface ReportsData {
  reportTotal: WeekCount
  byReason: { reason: string; count: WeekCount }[]
  byPlace: { area: string; n: number }[]
  observed: { total: WeekCount; byKind: { kind: Text; n: number }[] } | null
}

export interface MeasureLine {
  id: string
  layer: string
  title: string
  status: string
  /** When it was done, begins, or is to be ready. */
  on: string | null
}

export interface MeasuresData {
  done: MeasureLine[]
  decided: MeasureLine[]
  due: MeasureLine[]
  late: MeasureLine[]
}

export interface OperationLine {
  id: string
  layer: string
  title: string
  hours: { weekdays: number[]; from: string; to: string } | null
  /** Of a permit: its last day. */
  until: string | null
  note: 'planned' | 'standing' | 'begins' | 'ends' | 'expired'
}

export interface OperationsData {
  operations: OperationLine[]
  /** Logged in patrol zones during the week: how often, and for how many hours. */
  presence: { times: number; hours: number }
}

/** A joint operation (gemensam insats) of the two weeks to come. */
export interface JointOperation {
  id: string
  title: string
  place: string | null
  authorities: string[]
  owner: string
  from: string
  to: string
}
export interface AheadData {
  joint: JointOperation[]
}

/** A table in which small counts are withheld (null), with enough beside them that nothing published tells any of them. */
export interface SharedTable {
  rows: readonly string[]
  columns: readonly string[]
  cells: readonly (readonly (number | null)[])[]
  rowTotals: readonly (number | null)[]
  columnTotals: readonly (number | null)[]
  total: number | null
  threshold: number
  withheld: number
}

export interface SharedData {
  /** Areas by groups of kinds; the same of the week before, as it was published. */
  table: SharedTable
  tableBefore: SharedTable | null
  /** Parts of the week by three-hour blocks. */
  blocks: SharedTable
  /** Police figures of the week as they are shared. */
  sharedTotal: number | null
  sharedTotalBefore: number | null
}

/** Rows of a draft. POST …/attendance, PATCH and DELETE …/attendance/{id} with If-Match: "version"; the same for decisions and tasks. */
export interface PictureAttendance {
  id: string
  version: number
  organisation: string
  function: string
  present: boolean
}
export interface PictureDecision {
  id: string
  version: number
  text: string
  responsible: string | null
  internal: boolean
}
export type TaskState = 'open' | 'doing' | 'done' | 'dropped'
export interface PictureTask {
  id: string
  version: number
  text: string
  owner: string
  dueOn: string | null
  state: TaskState
  /** Week it was first written in. */
  since: string
  internal: boolean
}

/** POST /api/pictures/{week}/updates: an edit of a section's text. The same id twice is kept once. */
export interface NewPictureUpdate {
  /** UUID made by who sends it. */
  id: string
  section: SectionKind
  /** Yjs update, base64. */
  update: string
}

/**
 * GET /api/pictures/{week}/live?after=edits: server-sent events. update: PictureUpdate, its number as the event's id. changed: read the
 * picture anew. present: who is writing where.
 */
export interface PictureUpdate {
  seq: number
  section: SectionKind
  update: string
}
/** POST /api/pictures/{week}/presence {client, section}; told again within 30 seconds, or taken for gone. */
export interface PicturePresence {
  client: string
  name: string
  section: SectionKind | null
}

/** GET /api/pictures/rollup/{third}?version=: four months of signed pictures added up; 2026-3 is September to December. */
export interface PictureRollup {
  third: string
  from: string
  to: string
  version: PictureVersion
  municipality: string
  /** Weeks that have ended, and which of them are signed: the others are in no figure. */
  weeks: { week: string; signed: boolean; n: number | null; reports: number | null }[]
  areas: readonly string[]
  kinds: readonly string[]
  /** A row for each area: the sum, and of how many weeks it was withheld. */
  cells: { atLeast: number; withheld: number }[][]
  byKind: { atLeast: number; withheld: number }[]
  byArea: { atLeast: number; withheld: number }[]
  total: { atLeast: number; withheld: number }
  measures: (MeasureLine & { week: string })[]
  decisions: (PictureDecision & { week: string })[]
  tasks: (PictureTask & { week: string })[]
  /** The text of the summary of each signed week. */
  summaries: { week: string; text: string }[]
}
