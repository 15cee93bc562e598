import { isRefusal } from '@trygghetskartan/geo'
import { assumedLamp } from '../assumed-lamp.ts'
import type { Lamp } from '../illuminance.ts'
import type { LuminaireFiles } from '../reports/light-report.ts'
import type { Text } from '../reports/text.ts'
import { lampsOf, usualLight } from './lamps-of.ts'
import type { SitingMeasure } from './measure.ts'
import { towardsStreet } from './towards-street.ts'
import type { Town } from './town.ts'

/** Lamps that burn already: those of the map with what is assumed of them, and those of our own measures. */
export interface StandingLamps {
  /** Each carries its maintenance factor as its dimming. */
  readonly lamps: readonly Lamp[]
  readonly assumptions: readonly Text[]
}

/** The lamps of the town's map and of its measures that stand. A measure siting cannot reckon with is told and left out. */
export function standingLamps(
  town: Town,
  luminaires: LuminaireFiles,
  measures: readonly SitingMeasure[] = town.ground.measures,
): StandingLamps {
  const lamps: Lamp[] = town.lamps.map(({ x, y, height, lampType, mount, direction }) => {
    const known = {
      x,
      y,
      ...(height === undefined ? {} : { height }),
      ...(lampType === undefined ? {} : { lampType }),
      ...(mount === undefined ? {} : { mount }),
      ...(direction === undefined ? {} : { direction }),
    }
    return { ...assumedLamp(known).lamp, dimming: usualLight.maintenance }
  })
  const assumptions: Text[] = []
  if (lamps.length > 0)
    assumptions.push({
      sv: `Ljusflöde och armatur hos kartans ${lamps.length} lampor är antagna efter stolpe och ljuskälla, med bibehållningsfaktor ${String(usualLight.maintenance).replace('.', ',')}.`,
      en: `Flux and luminaire of the map’s ${lamps.length} lamps are assumed by their mounting and lamp type, with a maintenance factor of ${usualLight.maintenance}.`,
    })
  for (const measure of measures) {
    if (measure.kind !== 'light') continue
    const own = lampsOf(measure, luminaires, town.plane, towardsStreet(town))
    if (isRefusal(own))
      assumptions.push({
        sv: `”${measure.title}” räknas inte med i ljuset: ${own.text.sv}`,
        en: `“${measure.title}” is left out of the light: ${own.text.en}`,
      })
    else lamps.push(...own.lamps)
  }
  return { lamps, assumptions }
}
