import type { z } from 'zod'
import type {
  Audience,
  GeometryKind,
  LayerDescription,
  LegendRow,
  PermitMeaning,
  SitingMeaning,
  StyleLayer,
  Text,
} from './description.ts'
import type { Paint } from './paint.ts'

/** What a legend row and the paint are made from. */
export interface Category extends LegendRow {
  /** Audiences that never meet the value leave it out of their legend; all meet it where absent. */
  readonly audiences?: readonly Audience[]
}

/** One layer as a value: everything that is done with layers derives from the list of these. */
export interface LayerDefinition {
  /** Table in core, view in each audience's schema, tile source-layer, URL parameter, image name. */
  readonly id: string
  readonly title: Text
  readonly description: Text
  readonly group: LayerDescription['group']
  readonly geometry: readonly GeometryKind[]
  /** True where it has a `status` from idea to evaluated. */
  readonly measure: boolean
  /** All columns but id, geom and version, with bounds and rules. */
  readonly properties: z.ZodObject
  /** Columns each audience sees, in the order of `properties`. An audience that is absent does not know the layer. */
  readonly audiences: Partial<Record<Audience, readonly string[]>>
  readonly categories: { readonly by: string; readonly values: readonly Category[] }
  readonly style: (paint: Paint) => readonly StyleLayer[]
  /** Audiences that create, change and remove objects. */
  readonly editable: readonly Audience[]
  /** Columns a table shows first; those an audience lacks are left out. */
  readonly table: readonly string[]
  /** SVG path in a 15 x 15 box. */
  readonly icon: string
  readonly minzoom: number
  /** Deepest tiles that are made; closer in they are drawn larger. Areas stop early: an area cut over many tiles is named in each. */
  readonly maxzoom: number
  /** Columns that would make tiles heavy and that no map draws from them: they are read with the object. */
  readonly untiled?: readonly string[]
  /** What its objects are where siting reckons with them. */
  readonly siting?: SitingMeaning
  /** Where what goes on rests on a permit. */
  readonly permit?: PermitMeaning
  /** Its objects led to something or serve a promise, which is told with them, as with measures. */
  readonly chained?: true
  /** What of dialogues with residents its objects are. */
  readonly dialogue?: LayerDescription['dialogue']
}

const identifier = /^[a-z][a-z0-9_]{0,62}$/
const kept = new Set(['id', 'geom', 'version'])

/**
 * Checks what types cannot: a layer that contradicts itself stops the start.
 * @throws Error that names the layer and what is wrong.
 */
export function defineLayer(layer: LayerDefinition): LayerDefinition {
  const refuse = (reason: string): never => {
    throw new Error(`Layer ${layer.id}: ${reason}`)
  }
  const columns = Object.keys(layer.properties.shape)
  if (!identifier.test(layer.id)) refuse('the id is not a plain database name')
  for (const name of columns) {
    if (!identifier.test(name) || kept.has(name)) refuse(`${name} cannot be a property`)
  }
  for (const [audience, seen] of Object.entries(layer.audiences)) {
    const inOrder = columns.filter((name) => seen.includes(name))
    if (inOrder.join() !== seen.join()) refuse(`the columns of ${audience} are not properties in their order`)
    if (!seen.includes(layer.categories.by))
      refuse(`${audience} does not see the category ${layer.categories.by}`)
  }
  for (const audience of layer.editable) {
    if (!layer.audiences[audience]) refuse(`${audience} edits what it does not see`)
  }
  for (const name of layer.table) {
    if (!columns.includes(name)) refuse(`the table shows ${name}, which is not a property`)
  }
  if (layer.measure && !columns.includes('status')) refuse('a measure has a status')
  for (const name of layer.untiled ?? []) {
    if (!columns.includes(name)) refuse(`tiles leave out ${name}, which is not a property`)
  }
  for (const name of Object.values(layer.siting?.columns ?? {})) {
    if (!columns.includes(name)) refuse(`siting reads ${name}, which is not a property`)
  }
  for (const name of Object.values(layer.permit ?? {})) {
    if (!columns.includes(name)) refuse(`the permit reads ${name}, which is not a property`)
  }
  return layer
}
