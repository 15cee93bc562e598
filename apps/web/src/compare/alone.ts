import type { PlanMeasure } from '@trygghetskartan/api/contract-plans'
import type { MapLayer } from '../map/map-style.ts'
import { planField } from '../plans/use-plans.ts'

/** Plan -> ids of those of its measures that no other of the plans has the like of. */
export type Alone = ReadonlyMap<string, ReadonlySet<string>>

/**
 * What sets plans apart. A copy is the same as what it was copied from as long as neither is changed: where it is, and
 * what is said of it, but for its plan and how far it has come.
 */
export function aloneIn(
  plans: ReadonlyMap<string, readonly PlanMeasure[]>,
  layers: readonly MapLayer[],
): Alone {
  const signed = new Map(
    [...plans].map(([plan, measures]) => [
      plan,
      measures.map((measure) => ({
        id: measure.id,
        sign: signOf(
          measure,
          layers.find(({ id }) => id === measure.layer),
        ),
      })),
    ]),
  )
  return new Map(
    [...signed].map(([plan, own]) => {
      const elsewhere = new Set(
        [...signed].flatMap(([other, theirs]) => (other === plan ? [] : theirs.map(({ sign }) => sign))),
      )
      return [plan, new Set(own.filter(({ sign }) => !elsewhere.has(sign)).map(({ id }) => id))]
    }),
  )
}

function signOf({ layer: id, geometry, properties }: PlanMeasure, layer: MapLayer | undefined): string {
  const plan = planField(layer?.fields ?? [])?.name
  const told = (layer?.fields ?? [])
    .filter(({ name, readOnly }) => !readOnly && name !== plan && name !== layer?.categoryBy)
    .map(({ name }) => [name, properties[name] ?? null])
  return JSON.stringify([id, geometry, told])
}
