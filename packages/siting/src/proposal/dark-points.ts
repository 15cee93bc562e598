import { isRefusal } from '@trygghetskartan/geo'
import { standingLamps } from '../ground/standing-lamps.ts'
import type { Town } from '../ground/town.ts'
import { illuminanceAt } from '../illuminance.ts'
import type { LuminaireFiles } from '../reports/light-report.ts'
import type { Text } from '../reports/text.ts'
import { lightOf } from '../risk/darkness-part.ts'
import type { RiskSurface } from '../risk/surface.ts'

/** Metres along the ground beyond which a lamp's light is not followed. Assumption of this project. */
const cutOff = 60
/** Open ground so near a dark street or path is dark with it, metres. Assumption of this project. */
const beside = 15

/**
 * Of each risk point 1 where a new lamp would help: on streets and paths that are dark, and on open ground beside them that
 * is. Where the map knows nothing at all of lamps and light, everywhere.
 */
export function darkPoints(
  town: Town,
  { x, y, light }: RiskSurface,
  darkBelow: number,
  luminaires: LuminaireFiles,
): { readonly dark: Uint8Array; readonly remarks: readonly Text[] } {
  const { lamps } = standingLamps(town, luminaires)
  if (lamps.length === 0 && !light.includes(lightOf.dark) && town.streets.every(({ lit }) => lit === null))
    return {
      dark: new Uint8Array(x.length).fill(1),
      remarks: [
        {
          sv: 'Kartan vet inget om lampor eller belysta gator: nya lampor räknas som till hjälp överallt.',
          en: 'The map knows nothing of lamps or lit streets: new lamps count as a help everywhere.',
        },
      ],
    }
  const now = illuminanceAt(x, y, lamps, { maintenance: 1, cutOff, shadows: town.scene })
  const lux = isRefusal(now) ? new Float64Array(x.length) : now.lux
  const streets = [...light.keys()].filter((i) => light[i] === lightOf.dark)
  const dark = Uint8Array.from(light, (state, i) => {
    if (state !== lightOf.noStreet) return state === lightOf.dark ? 1 : 0
    if (lux[i]! >= darkBelow) return 0
    return streets.some((at) => (x[at]! - x[i]!) ** 2 + (y[at]! - y[i]!) ** 2 <= beside * beside) ? 1 : 0
  })
  return { dark, remarks: [] }
}
