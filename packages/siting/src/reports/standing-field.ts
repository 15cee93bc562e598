import type { SitingMeasure } from '../ground/measure.ts'
import { standingLamps } from '../ground/standing-lamps.ts'
import type { Town } from '../ground/town.ts'
import { type LightField, lightField } from './light-field.ts'
import type { LuminaireFiles } from './light-report.ts'
import type { Text } from './text.ts'

export interface StandingField {
  readonly field: LightField
  readonly assumptions: readonly Text[]
}

const fields = new WeakMap<Town, Map<string, StandingField>>()
const mostKept = 4

/**
 * The light there is: lamps of the map, of measures that stand, and of `others` of a plan, which win over a standing one with
 * the same id. `without` is the id of a measure that is reckoned anew. Kept by the town, so that dragging reckons it once.
 */
export function standingField(
  town: Town,
  luminaires: LuminaireFiles,
  others: readonly SitingMeasure[] = [],
  without?: string,
): StandingField {
  const planned = others.filter(({ kind, id }) => kind === 'light' && id !== without)
  const replaced = new Set(planned.map(({ id }) => id))
  const measures = [
    ...town.ground.measures.filter(({ kind, id }) => kind === 'light' && id !== without && !replaced.has(id)),
    ...planned,
  ]
  // Files never change under their id.
  const key = JSON.stringify([measures, Object.keys(luminaires).sort()])
  const kept = fields.get(town) ?? new Map<string, StandingField>()
  fields.set(town, kept)
  const known = kept.get(key)
  if (known) return known
  const { lamps, assumptions } = standingLamps(town, luminaires, measures)
  const made = { field: lightField(town, lamps), assumptions }
  if (kept.size >= mostKept) kept.delete(kept.keys().next().value!)
  kept.set(key, made)
  return made
}
