import { measureFrom, type SitingMeasure } from '@trygghetskartan/siting'
import type { Geometry } from 'geojson'
import type { MapLayer } from '../map/map-style.ts'
import { type Editing, formFields } from '../plan/editing.ts'
import { parseNumber, readForm } from '../plan/form-values.ts'

/**
 * A measure as it is drawn and filled in just now, saved or not; null before its shape is whole. What cannot be read is left
 * out. A figure that cannot be is kept, so that whoever reckons with it says why not.
 */
export function measureNow(
  { id, layer, base, input }: Pick<Editing, 'id' | 'layer' | 'base' | 'input'>,
  geometry: Geometry | null,
): SitingMeasure | null {
  if (!geometry) return null
  const fields = formFields(layer)
  const { values, problems } = readForm(fields, input)
  const figures = fields.flatMap(({ name, control }) => {
    const typed = input[name]
    const odd = problems[name] && (control === 'number' || control === 'integer') && typeof typed === 'string'
    return odd ? [[name, parseNumber(typed) ?? undefined] as const] : []
  })
  const properties = { ...base?.properties, ...values, ...Object.fromEntries(figures) }
  return measureOf(layer, { id, geometry, properties })
}

/** An object of a layer as siting reckons with it; null where the layer means nothing to siting. */
export const measureOf = (
  layer: MapLayer,
  {
    id,
    geometry,
    properties,
  }: { readonly id: string; readonly geometry: Geometry; readonly properties: Record<string, unknown> },
): SitingMeasure | null =>
  !layer.siting || geometry.type === 'GeometryCollection'
    ? null
    : measureFrom(layer.siting, {
        id,
        layer: layer.id,
        title: String(properties.title ?? ''),
        geometry,
        properties,
      })
