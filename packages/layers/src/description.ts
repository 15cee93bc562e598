/** What one caller may know about one layer: everything a client needs to draw, list, filter and edit it. */

export type Audience = 'public' | 'reporter' | 'planner' | 'police' | 'admin'
export type GeometryKind = 'Point' | 'LineString' | 'Polygon' | 'MultiPolygon'
export type Flavour = 'light' | 'dark'
export interface Text {
  readonly sv: string
  readonly en: string
}

export interface FieldOption {
  readonly value: string
  readonly title: Text
  /** Present where the field is the layer's category: legend row and paint share it. */
  readonly colour?: { readonly light: string; readonly dark: string }
}

export type FieldControl =
  | 'text'
  | 'longtext'
  | 'integer'
  | 'number'
  | 'boolean'
  | 'date'
  | 'datetime'
  | 'choice'
  | 'choices'
  /** ISO weekdays 1-7, Monday first, as an array of integers. */
  | 'weekdays'
  /** Local time of day as "HH:MM". */
  | 'time'
  /** Id of a plan (GET /api/plans). */
  | 'plan'
  /** Polygons as a list of lists of rings in degrees: drawn on the map, not filled in. */
  | 'areas'
  /** Id of a photometric file (GET /api/luminaires). */
  | 'luminaire'
  /** Id of an object of the layer that `of` names, or of any measure where it says "measures". */
  | 'object'

export interface FieldDescription {
  readonly name: string
  readonly title: Text
  readonly help?: Text
  readonly control: FieldControl
  /** UCUM-like unit shown after the value: "m", "lm", "K", "SEK", "%", "°". */
  readonly unit?: string
  readonly options?: readonly FieldOption[]
  readonly required: boolean
  readonly readOnly: boolean
  readonly minimum?: number
  readonly maximum?: number
  readonly maxLength?: number
  /** Of an object: whose it is. */
  readonly of?: string
  /** Of a date: the first of a month, which alone it tells. */
  readonly monthly?: true
  /** What a new object has where nothing else is chosen. */
  readonly initial?: string | boolean
  /** Heading under which a form groups the field. */
  readonly section: Text
}

export interface LegendRow {
  readonly value: string
  readonly title: Text
  /** How the mark is drawn beside its colour; `filled` where absent. */
  readonly mark?: 'hollow' | 'ring' | 'filled' | 'faint'
  readonly colour: { readonly light: string; readonly dark: string }
}

/** A MapLibre style layer without its source (the client fills in `source`; `source-layer` is the layer's id). */
export type StyleLayer = { readonly id: string; readonly type: string } & Readonly<Record<string, unknown>>

export interface LayerDescription {
  readonly id: string
  readonly title: Text
  readonly description: Text
  readonly group: 'measures' | 'presence' | 'picture' | 'police'
  readonly geometry: readonly GeometryKind[]
  /** True where the object has a status from idea to evaluated. */
  readonly measure: boolean
  /** True where the caller may create and change objects. */
  readonly editable: boolean
  readonly fields: readonly FieldDescription[]
  /** Names of the columns a table shows first. */
  readonly table: readonly string[]
  /** Name of the property the legend's rows are values of. */
  readonly categoryBy: string
  readonly legend: readonly LegendRow[]
  readonly style: { readonly light: readonly StyleLayer[]; readonly dark: readonly StyleLayer[] }
  /** One icon per layer: an SVG path in a 15 x 15 box. The style names it by the layer's id. */
  readonly icon: string
  readonly minzoom: number
  readonly maxzoom: number
  /** What its objects are to siting; absent where they are nothing, or the caller does not see the columns. */
  readonly siting?: SitingMeaning
  /** Where what goes on rests on a permit; absent where it does not, or the caller does not see the columns. */
  readonly permit?: PermitMeaning
  /** Its objects came of something, led to something or serve a promise, which is told with them (GET /api/chain/{layer}/{id}). */
  readonly chained?: true
  /** What of dialogues its objects are: each has a part of its own where an object is looked at. */
  readonly dialogue?: 'survey' | 'walk' | 'remark'
}

/** Which columns say what a permit is called, and which hours of the week it allows. */
export interface PermitMeaning {
  readonly number: string
  readonly weekdays: string
  readonly from: string
  readonly to: string
}

/** Which column says what where a measure is reckoned with: role -> column. Roles are those of packages/siting's measures. */
export interface SitingMeaning {
  readonly kind: 'camera' | 'light' | 'clearance' | 'presence'
  readonly columns: Readonly<Record<string, string>>
}
