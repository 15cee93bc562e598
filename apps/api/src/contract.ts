import type { Audience, LayerDescription } from '@trygghetskartan/layers'
import type { Geometry } from 'geojson'
import type { NewDecision } from './contract-decisions.ts'
import type { OwnSession, SignInProvider } from './contract-identity.ts'

/** The JSON the API speaks, for the client's eyes: types only. */

export type {
  Audience,
  FieldDescription,
  FieldOption,
  Flavour,
  LayerDescription,
  LegendRow,
  StyleLayer,
  Text,
} from '@trygghetskartan/layers'

/** GET /api/config */
export interface Config {
  municipality: { name: string; code: string }
  /** [west, south, east, north] in degrees: what the map opens on. */
  bounds: [number, number, number, number]
  /** Where one reports a broken lamp and the like: what it is called, and its page or telephone number (tel:). */
  faultReport: { name: string; url: string | null }
  /** Lines to show in the corner of the map. */
  attribution: string[]
  /** The ground is a drawing made for the demonstration, not a survey. */
  schematic: boolean
  /** Demonstration data is loaded. */
  demo: boolean
  /** Demo sign-in is open. */
  demoAccounts: { id: string; name: string; audience: Audience; title: { sv: string; en: string } }[]
  /** Where one can sign in; none where only demo accounts, or nothing, is open. */
  providers: SignInProvider[]
  version: string
}

/** GET /auth/me */
export interface Me {
  audience: Audience
  /** null for the public. */
  account: { id: string; name: string } | null
  /** Faces the caller may enter. */
  faces: ('/' | '/lagg-in' | '/planera' | '/lagesbild' | '/admin')[]
  /** null where nobody is signed in, or a token asks. */
  session?: OwnSession | null
  /** Takes decisions, and signs the dossiers of cameras. */
  decides?: boolean
}

/** GET /api/layers */
export interface LayersAnswer {
  audience: Audience
  layers: (LayerDescription & {
    /** Objects the caller can see. */
    count: number
    /** Rises with each change of what the caller can see. */
    version: number
    /** URL template with {z}/{x}/{y}. */
    tiles: string
  })[]
}

export type Properties = Record<string, unknown>

/** A row of a layer as the caller sees it. */
export interface Item {
  type: 'Feature'
  /** uuid */
  id: string
  geometry: Geometry
  /** The caller's columns; `version` (integer) is among them for editable layers. */
  properties: Properties
}

/** GET /api/layers/{layer}/items?bbox=&q=&sort=&order=&limit=&cursor=&<category>=a,b and the same with .csv */
export interface ItemsAnswer {
  type: 'FeatureCollection'
  features: Item[]
  /** How many match the filters in all. */
  numberMatched: number
  /** Pass as cursor for the next page; null at the end. */
  next: string | null
}

/** POST /api/measures; `id` may be given by the client so that a repeated request makes one object. */
export interface NewMeasure {
  id?: string
  layer: string
  geometry: Geometry
  properties: Properties
}

/** GET /api/measures/{id}, and the answer to POST, PATCH and status steps. The ETag is the version in quotes. */
export interface Measure {
  id: string
  layer: string
  version: number
  geometry: Geometry
  properties: Properties
  /** Statuses the caller may move it to now; empty where the layer has none. */
  nextStatuses: string[]
  /** Steps from here that only who decides may take, where the caller may not. */
  deciderStatuses?: string[]
}

/** PATCH /api/measures/{id} with If-Match: "version". Absent fields stay as they are. */
export interface MeasureChange {
  geometry?: Geometry
  properties?: Properties
}

/** POST /api/measures/{id}/status with If-Match. */
export interface StatusStep {
  to: string
  note?: string
  /** Where the step is a decision, and only there. */
  decision?: NewDecision
}

/** GET /api/measures/{id}/history, newest first */
export interface HistoryEntry {
  version: number
  at: string
  by: string
  op: 'insert' | 'update' | 'delete'
  /** Field -> [before, after]; geometry appears as 'geometry' with GeoJSON values. */
  changes: Record<string, [unknown, unknown]>
}

/** GET /api/places?q=&limit= */
export interface PlacesAnswer {
  places: {
    name: string
    kind: string
    /** Where it lies: locality or neighbourhood, '' where unknown. */
    within: string
    point: [number, number]
    bounds: [number, number, number, number]
  }[]
}

/** GET /api/changes, the first event, named 'hello': what has changed since this server started, as far as the caller sees it. */
export interface ChangesHello {
  /** Layer id -> version: who has read a lower one has something older. */
  versions: Record<string, number>
}

/** GET /api/changes (server-sent events, event name 'change') */
export interface ChangeEvent {
  /** A layer's id, 'basemap', 'plans', to planners and the police 'problems', or to the police 'incidents'. */
  layer: string
  /** The layer's new version. */
  version: number
  op: 'insert' | 'update' | 'delete' | 'reload'
  /** Absent for 'reload'. */
  id?: string
}

/** Every error: application/problem+json, RFC 9457. `title` and `detail` are in the caller's language. */
export interface Problem {
  type: string
  title: string
  status: number
  detail?: string
  /** Per field, for 422. */
  errors?: { field: string; message: string }[]
  /** 412: what the object looks like now. */
  current?: Measure
  /** 429, 503: seconds. */
  retryAfter?: number
}
