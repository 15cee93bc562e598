import type { Text } from '@trygghetskartan/layers'

/** The JSON of promises to residents (medborgarlöften); for the client's eyes: types only. */

export type CommitmentStatus = 'not_begun' | 'on_way' | 'at_risk' | 'kept' | 'partly_kept' | 'not_kept'
export type CommitmentResult = Extract<CommitmentStatus, 'kept' | 'partly_kept' | 'not_kept'>
export type CommitmentState = 'draft' | 'published' | 'evaluated'
export type CommitmentOwner = 'municipality' | 'police' | 'both'
export type CommitmentParty = 'municipality' | 'police'
export type GroundKind = 'dialogue' | 'survey' | 'picture' | 'other'

/** POST /api/commitment-agreements; PATCH and DELETE /api/commitment-agreements/{id} with If-Match. */
export interface NewAgreement {
  title: string
  parties: string[]
  from: string
  to: string
  reference?: string | null
}
export interface Agreement extends Required<NewAgreement> {
  id: string
  demo: boolean
  /** For those who write. */
  version?: number
}

/** What is measured; null in a promise where nothing is. */
export interface IndicatorFields {
  indicator: string | null
  unit: string | null
  direction: 'up' | 'down'
  baseValue: number | null
  baseOn: string | null
  targetValue: number | null
  targetOn: string | null
}
export interface CommitmentReading {
  on: string
  value: number
  note: string | null
}
/** How the indicator stands: `reached` where the target is met, `missed` where its day has passed, `unknown` before there is a base and a reading. */
export type IndicatorWord = 'reached' | 'missed' | 'right_way' | 'unchanged' | 'wrong_way' | 'unknown'
export interface IndicatorNow {
  word: IndicatorWord
  value: number | null
  on: string | null
  /** 0 where one began, 1 at the target or past it, below 0 where it has become worse; null where it cannot be told. */
  progress: number | null
}

export interface NewGround {
  kind: GroundKind
  title: string
  text?: string | null
  source?: string | null
  /** The object on the map that it is about, where there is one: both or neither. */
  layer?: string | null
  object?: string | null
}
export interface NewActivity {
  title: string
  who?: string | null
  dueOn?: string | null
  doneOn?: string | null
  place?: string | null
}
/** An object on the map. */
export interface ObjectRef {
  layer: string
  id: string
}

/** What people write of a promise. Lists are replaced as a whole; of links those that the writer does not see stay. */
export interface CommitmentFields extends IndicatorFields {
  agreement: string
  year: number
  number: number
  title: string
  text: string
  why: string | null
  owner: CommitmentOwner
  grounds: NewGround[]
  activities: NewActivity[]
  measures: ObjectRef[]
  readings: CommitmentReading[]
}
/** POST /api/commitments */
export type NewCommitment = { id?: string } & Pick<
  CommitmentFields,
  'agreement' | 'year' | 'number' | 'title' | 'text'
> &
  Partial<CommitmentFields>
/** PATCH /api/commitments/{id} with If-Match. */
export type CommitmentChange = Partial<CommitmentFields>

export interface PlacedObject extends ObjectRef {
  layerTitle: Text
  /** Null where objects of the layer have no name. */
  title: string | null
  state: Text | null
  /** A point on it, degrees. */
  at: [number, number]
}
/** `shown`, for staff: whether the public sees it. */
export interface CommitmentMeasure extends PlacedObject {
  shown?: boolean
}
export interface Ground extends Required<Omit<NewGround, 'layer' | 'object'>> {
  about: PlacedObject | null
  shown?: boolean
}
export interface Activity extends Required<NewActivity> {
  /** `late`: the day has passed and it is not done. */
  state: 'done' | 'ahead' | 'late'
}
export interface StatusLine {
  on: string
  status: CommitmentStatus
  text: string
}
/** POST /api/commitments/{id}/status with If-Match. `on` is today where it is left out. */
export interface NewStatusLine {
  status: CommitmentStatus
  text: string
  on?: string
}
/** What was said before it was changed on the day `until`. */
export interface EarlierText {
  until: string
  title: string
  text: string
  why: string | null
  goal: Omit<IndicatorFields, 'direction'>
}
/** PUT /api/commitments/{id}/evaluation with If-Match. Signatures of an earlier text are taken away. */
export interface NewEvaluation {
  text: string
  result: CommitmentResult
}
/** POST /api/commitments/{id}/signature with If-Match: for the caller's own party. With both it is closed. */
export interface NewSignature {
  role: string
}
export interface Signature {
  party: CommitmentParty
  role: string
  on: string
}
/** What the caller may do with it now. */
export type CommitmentAct = 'edit' | 'publish' | 'remove' | 'status' | 'evaluate' | 'sign'

/** GET /api/commitments/{id} */
export interface Commitment extends Omit<CommitmentFields, 'grounds' | 'activities' | 'measures'> {
  id: string
  state: CommitmentState
  publishedOn: string | null
  status: CommitmentStatus
  statusOn: string | null
  now: IndicatorNow
  grounds: Ground[]
  activities: Activity[]
  measures: CommitmentMeasure[]
  /** Newest first. */
  statuses: StatusLine[]
  /** Newest first; empty where it says what it always said. */
  earlier: EarlierText[]
  /** The public reads it once both have signed. */
  evaluation: { text: string; result: CommitmentResult } | null
  evaluatedOn: string | null
  signatures: Signature[]
  demo: boolean
  /** For those who write. */
  version?: number
  may?: CommitmentAct[]
}

/** GET /api/commitments?year= (a year, or `newest`); all years where it is left out. */
export interface CommitmentsAnswer {
  /** The year it is in Sweden. */
  thisYear: number
  /** That have promises the caller sees, newest first. */
  years: number[]
  /** Of the promises that are told; all for those who write. */
  agreements: Agreement[]
  commitments: Commitment[]
  /** For those who write: layers whose objects may be linked. */
  linkable?: string[]
}

/** GET /api/commitments/serving?layer=&id= */
export type ServedCommitment = Pick<Commitment, 'id' | 'year' | 'number' | 'title' | 'status'>
