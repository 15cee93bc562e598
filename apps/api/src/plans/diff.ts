import { type Audience, columnsFor, type LayerDefinition } from '@trygghetskartan/layers'
import type { Geometry } from 'geojson'
import type { PlanDifference } from '../contract-plans.ts'

type Row = Readonly<Record<string, unknown>>

/** A measure at two instants: its row as history kept it, null where it was not in the plan. */
export interface MeasureBetween {
  readonly id: string
  readonly layer: string
  readonly was: Row | null
  readonly isNow: Row | null
  /** Of the last change between. */
  readonly by: string
  readonly at: string
}

/** What the database keeps itself, and the plan that is compared. */
const untold = new Set(['demo', 'created_at', 'updated_at', 'plan_id'])

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

const shapeOf = (row: Row | null): Geometry | null => (row?.geom as Geometry | undefined) ?? null

/**
 * What is different in a plan, in the layers and columns that the audience sees, by layer and title. What came and went between, or was
 * changed and changed back, is no difference.
 */
export function differencesOf(
  measures: readonly MeasureBetween[],
  layers: readonly LayerDefinition[],
  audience: Audience,
): PlanDifference[] {
  const seen = layers.filter((layer) => layer.audiences[audience])
  const known = new Map(seen.map((layer, place) => [layer.id, { layer, place }]))
  const differences = measures.flatMap((measure) => {
    const layer = known.get(measure.layer)?.layer
    const difference = layer && differenceOf(measure, columnsFor(layer, audience))
    return difference ? [difference] : []
  })
  const placeOf = ({ layer }: PlanDifference) => known.get(layer)!.place
  return differences.sort(
    (a, b) => placeOf(a) - placeOf(b) || a.title.localeCompare(b.title, 'sv') || (a.id < b.id ? -1 : 1),
  )
}

function differenceOf(measure: MeasureBetween, columns: readonly string[]): PlanDifference | null {
  const { id, layer, was, isNow, by, at } = measure
  const told = columns.filter((name) => !untold.has(name))
  const fields = Object.fromEntries(
    told
      .map((name): [string, [unknown, unknown]] => [name, [was?.[name] ?? null, isNow?.[name] ?? null]])
      .filter(([, [before, after]]) => !same(before, after)),
  )
  const [before, after] = [shapeOf(was), shapeOf(isNow)]
  if (!was === !isNow && same(before, after) && Object.keys(fields).length === 0) return null
  const change = !was ? 'added' : !isNow ? 'removed' : 'changed'
  return { id, layer, title: String((isNow ?? was)?.title ?? ''), change, before, after, fields, by, at }
}
