import type { Text } from '@trygghetskartan/layers'
import type { Geometry } from 'geojson'

/** The JSON of decisions, camera dossiers and the register; for the client's eyes: types only. */

/**
 * POST /api/measures/{id}/status takes `decision` where the step is to 'decided' or 'declined', and refuses it elsewhere: 422.
 * Only who decides (Me.decides, given by an administrator) takes those steps: 403. `note` stands in the history.
 */
export interface NewDecision {
  /** What is decided, and why: 1 to 4000 characters. */
  text: string
  /** Case number: "KS 2026/123". */
  reference?: string | null | undefined
  /** Who decided: "Kommunstyrelsens arbetsutskott", or by delegation. */
  body?: string | null | undefined
}

/** GET /api/measures/{id}/decisions, newest first. */
export interface Decision {
  text: string
  reference: string | null
  body: string | null
  id: string
  measure: string
  from: string
  to: string
  by: string
  at: string
}

/** Parts of the dossier, in their order (`dossierSections` of the server). Each is text in paragraphs; `figures` is what the map says, and is not edited. */
export type DossierSection =
  | 'problem'
  | 'hours'
  | 'measures_tried'
  | 'area'
  | 'private_ground'
  | 'purpose'
  | 'storage'
  | 'access'
  | 'signs'
  | 'contact'
  | 'conclusion'

export interface DossierFigures {
  /** When the map was read. */
  at: string
  /** Version of the camera it is about. */
  cameraVersion: number
  seenM2: number
  maskedM2: number
  homes: number
  facadeM: number
  sensitive: { use: string; name: string; areaM2: number; facadeM: number }[]
  /** `byHour`: 24 numbers, local time. `byKind`: group of kinds -> events. */
  incidents: { n: number; byHour: number[]; months: number; byKind: Record<string, number> }
  reports: { n: number; byHour: number[]; byReason: Record<string, number> }
  /** Events of the whole municipality that are in no figure: too imprecise in place, and in squares with too few. */
  leftOut: { imprecise: number; suppressed: number }
  /** Hours a week the camera watches; what share of the events and reports whose hour is known fall in them, null where none is known. */
  watched: { hours: number; share: number | null }
  /** Nearest street or place with a name; '' where there is none. */
  place: string
  /** Share of what happened within 500 m. */
  hotspotShare: number | null
  zones: { title: Text; density: number; reachM: number; areaM2: number }[]
  edition: 2014 | 2025
  /** What was there before within 100 m, and what plans hold: lighting, clearing, presence. */
  lessIntrusive: {
    id: string
    layer: string
    kind: 'light' | 'clearance' | 'presence'
    title: string
    /** Of a measure; '' of what has none, such as a guards' area. */
    status: string
    metres: number
    from: string | null
    to: string | null
  }[]
  assumptions: Text[]
  /** Saved run that makes the figures again. */
  run: string | null
}

/** A version of a camera's dossier. Signed ones never change; a change after signing begins a new version. */
export interface Dossier {
  camera: string
  version: number
  /** Rises with each save of the same version: If-Match. */
  revision: number
  state: 'draft' | 'signed'
  sections: Record<DossierSection, string>
  figures: DossierFigures
  /** The area watched, as it was when composed. */
  area: Geometry
  createdAt: string
  updatedAt: string
  updatedBy: string
  signed: { by: string; title: string; at: string; sha256: string } | null
}

/**
 * GET /api/cameras/{id}/dossier. POST …/dossier?edition=2014|2025 composes a new draft from the map (201; over an unsigned draft it
 * renews the figures and keeps what people have written). PUT …/dossier {sections: those that change} with If-Match: "revision".
 * POST …/dossier/sign {title} (who decides; all sections filled, figures of the camera as it is now, hours and storage given: else
 * 422 saying which; If-Match is heeded where it is sent). Each answers the DossierAnswer.
 * GET …/dossier/{version}.docx, .pdf, .png (the map picture).
 */
export interface DossierAnswer {
  current: Dossier | null
  versions: { version: number; state: Dossier['state']; at: string; by: string; signedBy: string | null }[]
  /** What keeps it from being signed; empty where nothing does. */
  missing: { section: DossierSection | 'figures'; text: Text }[]
  /** The camera may be put in operation: the signed dossier is about it as it is. */
  covers: boolean
}

/** GET /api/camera-register and .csv: every surveillance decided, in operation or ended less than five years ago. The public gets the columns that are public. */
export interface RegisterEntry {
  camera: string
  /** Id of the camera's layer. */
  layer: string
  title: string
  status: string
  cameraType: string
  at: [number, number]
  area: Geometry | null
  purpose: string | null
  /** "mån–fre 22:00–04:00" is the client's to write: ISO weekdays, from, to; null around the clock. */
  hours: { weekdays: number[]; from: string; to: string } | null
  storageDays: number | null
  sound: boolean
  /** The department or role that answers for it, as long as it stands on the map. */
  responsible: string | null
  contact: string | null
  startedOn: string | null
  endedOn: string | null
  /** Documentation is kept until then: five years after the end. */
  keptUntil: string | null
  /** Absent for the public: whether a signed dossier is about the camera as it is ('signed'), about how it was ('outdated'), or missing. */
  documentation?: 'signed' | 'outdated' | 'missing'
  dossier?: { version: number; signedBy: string; signedAt: string; sha256: string } | null
  homes?: number | null
  decision?: { at: string; reference: string | null; body: string | null } | null
}
export interface RegisterAnswer {
  municipality: string
  entries: RegisterEntry[]
}
