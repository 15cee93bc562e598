import { isRefusal, type Refusal, refuse } from '@trygghetskartan/geo'
import { allRound, bothWays } from '../all-round.ts'
import { luminaireFor, tallest, usualHeight, usualLumensAt5m } from '../assumed-lamp.ts'
import type { Lamp } from '../illuminance.ts'
import type { LocalPlane } from '../local-plane.ts'
import type { Luminaire } from '../photometry.ts'
import type { LuminaireFiles } from '../reports/light-report.ts'
import type { Text } from '../reports/text.ts'
import { lengthOf, type Pole, polesIn, type Row, rowOf } from './lamp-row.ts'
import { luminaireFrom } from './luminaire-file.ts'
import type { KnownLight, LightMeasure } from './measure.ts'

/** Assumptions of this project for what nobody has said of new lamps. */
export const usualLight = {
  /** Metres between lamps for each metre they are high. */
  spacingPerHeight: 5,
  arrangement: 'right',
  /** Metres from the line to the poles. */
  setback: 2,
  /** Share of light left as lamps and glasses age. */
  maintenance: 0.8,
} as const

/** A row of more lamps than this is a slip of the pen. */
const mostLamps = 2000

/** Lamps to reckon with. Each carries its maintenance factor as its dimming. */
export interface MeasuredLamps {
  /** In metres of the plane. */
  readonly lamps: readonly Lamp[]
  /** Lumens out of each. */
  readonly lumens: number
  readonly assumptions: readonly Text[]
}

/**
 * The lamps of a measure: one, or a row along its line with the light out over it. `towards` says where a single lamp of
 * unknown direction looks (degrees, null where nothing tells; then it lights alike all round). Refused: values that cannot
 * be, a line without length, a luminaire that is not there, more lamps than a street can hold.
 */
export function lampsOf(
  { geometry, light }: Pick<LightMeasure, 'geometry' | 'light'>,
  luminaires: LuminaireFiles,
  { toPlane }: LocalPlane,
  towards: (x: number, y: number) => number | null = () => null,
): MeasuredLamps | Refusal {
  const problem = absurd(light)
  if (problem) return problem
  const assumptions: Text[] = []
  const assume = (value: number, sv: string, en: string): number => {
    const decimal = String(value).replace('.', ',')
    assumptions.push({ sv: `${sv}: ${decimal} antas.`, en: `${en}: ${value} is assumed.` })
    return value
  }
  const height =
    light.height ??
    assume(usualHeight, 'Ljuspunktshöjden (m) är inte angiven', 'The mounting height (m) is not given')
  const maintenance =
    light.maintenance ??
    assume(
      usualLight.maintenance,
      'Bibehållningsfaktorn är inte angiven',
      'The maintenance factor is not given',
    )
  const luminaire = luminaireOf(light, luminaires, height, assume, assumptions)
  if (isRefusal(luminaire)) return luminaire
  const lampAt = ({ x, y, direction }: Pole, shape: Luminaire): Lamp => ({
    x,
    y,
    height,
    direction,
    luminaire: shape,
    dimming: maintenance,
  })
  const lumens = luminaire.output
  if (geometry.type === 'Point') {
    const [x, y] = toPlane(geometry.coordinates)
    const direction = light.direction ?? towards(x, y)
    if (light.direction === undefined)
      assumptions.push(
        direction === null
          ? {
              sv: 'Lampans riktning är inte angiven: den antas lysa lika åt alla håll.',
              en: 'The lamp’s direction is not given: it is assumed to light alike all round.',
            }
          : {
              sv: 'Lampans riktning är inte angiven: den antas lysa mot närmaste gata eller gångväg.',
              en: 'The lamp’s direction is not given: it is assumed to light towards the nearest street or path.',
            },
      )
    const shape = direction === null ? remade(allRound, luminaire) : luminaire
    return { lamps: [lampAt({ x, y, direction: direction ?? 0 }, shape)], lumens, assumptions }
  }
  const line = geometry.coordinates.map(toPlane)
  if (!(lengthOf(line) > 0))
    return refuse(
      'line-without-length',
      'Linjen som lamporna ska stå längs har ingen längd. Rita den på nytt.',
      'The line the lamps are to follow has no length. Draw it anew.',
    )
  const arrangement = light.arrangement ?? usualLight.arrangement
  if (light.arrangement === undefined)
    assumptions.push({
      sv: 'Placeringen är inte angiven: stolparna antas stå på linjens högra sida.',
      en: 'The arrangement is not given: the poles are assumed to stand on the right of the line.',
    })
  const row: Row = {
    line,
    arrangement,
    setback:
      light.setback ??
      (arrangement === 'central'
        ? 0
        : assume(
            usualLight.setback,
            'Avståndet från linjen till stolparna (m) är inte angivet',
            'The distance from the line to the poles (m) is not given',
          )),
    ...(light.count !== undefined && { count: Math.round(light.count) }),
    spacing:
      light.spacing ??
      (light.count !== undefined
        ? 1
        : assume(
            Math.max(1, Math.round(usualLight.spacingPerHeight * height)),
            'Stolpavståndet (m) är inte angivet',
            'The spacing (m) is not given',
          )),
  }
  if (polesIn(row) > mostLamps)
    return refuse(
      'too-many-lamps',
      `Det blir ${polesIn(row)} lampor; högst ${mostLamps} går i en rad. Dela raden eller öka avståndet.`,
      `That makes ${polesIn(row)} lamps; a row holds at most ${mostLamps}. Divide the row or increase the spacing.`,
    )
  const shape = arrangement === 'central' ? remade(bothWays, luminaire) : luminaire
  return { lamps: rowOf(row).map((pole) => lampAt(pole, shape)), lumens, assumptions }
}

function luminaireOf(
  { luminaire: id, lumens }: KnownLight,
  files: LuminaireFiles,
  height: number,
  assume: (value: number, sv: string, en: string) => number,
  assumptions: Text[],
): Luminaire | Refusal {
  if (id !== undefined) {
    const luminaire = luminaireFrom(files, id)
    if (isRefusal(luminaire) || lumens === undefined) return luminaire
    const output = Math.round(luminaire.output)
    if (Math.abs(output - lumens) > 0.01 * output)
      assumptions.push({
        sv: `Ljusflödet tas ur armaturfilen, ${output} lm, inte de ${lumens} lm som är angivna.`,
        en: `The flux is taken from the luminaire’s file, ${output} lm, not the ${lumens} lm given.`,
      })
    return luminaire
  }
  assumptions.push({
    sv: 'Ingen armaturfil är vald: projektets allmänna vägarmatur används.',
    en: 'No luminaire file is chosen: the project’s generic road luminaire is used.',
  })
  const usual = Math.round((usualLumensAt5m * Math.min(height, tallest)) / usualHeight)
  return luminaireFor(
    lumens ?? assume(usual, 'Ljusflödet (lm) är inte angivet', 'The flux (lm) is not given'),
    true,
  )
}

/** Luminaires made of others, once each. */
const made = new Map<(one: Luminaire) => Luminaire, WeakMap<Luminaire, Luminaire>>()

function remade(how: (one: Luminaire) => Luminaire, from: Luminaire): Luminaire {
  let known = made.get(how)
  if (!known) {
    known = new WeakMap()
    made.set(how, known)
  }
  let luminaire = known.get(from)
  if (!luminaire) {
    luminaire = how(from)
    known.set(from, luminaire)
  }
  return luminaire
}

/** What may be said of lamps: role, least, most, and its name. */
const bounds: readonly (readonly [keyof KnownLight, number, number, string, string])[] = [
  ['height', 0.1, 60, 'Ljuspunktshöjden (m)', 'The mounting height (m)'],
  ['lumens', 1, 500_000, 'Ljusflödet (lm)', 'The flux (lm)'],
  ['spacing', 1, 500, 'Stolpavståndet (m)', 'The spacing (m)'],
  ['count', 1, mostLamps, 'Antalet lampor', 'The number of lamps'],
  [
    'setback',
    0,
    50,
    'Avståndet från linjen till stolparna (m)',
    'The distance from the line to the poles (m)',
  ],
  ['direction', -360, 360, 'Lampans riktning (grader)', 'The lamp’s direction (degrees)'],
  ['maintenance', 0.1, 1, 'Bibehållningsfaktorn', 'The maintenance factor'],
]

function absurd(light: KnownLight): Refusal | null {
  for (const [role, least, most, sv, en] of bounds) {
    const value = light[role]
    if (value === undefined || (typeof value === 'number' && value >= least && value <= most)) continue
    const decimal = String(least).replace('.', ',')
    return refuse(
      role,
      `${sv} måste vara mellan ${decimal} och ${most}.`,
      `${en} must be between ${least} and ${most}.`,
    )
  }
  return null
}
