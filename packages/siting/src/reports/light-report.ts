import { isRefusal, type Refusal, refuse } from '@trygghetskartan/geo'
import type { Demand } from '../ground/demand.ts'
import type { Ground } from '../ground/ground.ts'
import { lampsOf } from '../ground/lamps-of.ts'
import type { LightMeasure, SitingMeasure } from '../ground/measure.ts'
import { towardsStreet } from '../ground/towards-street.ts'
import { buildingAt, type Town, townFrom } from '../ground/town.ts'
import type { LonLat } from '../local-plane.ts'
import { degreesAt, rounded } from './figures.ts'
import { lightField } from './light-field.ts'
import { lightPicture } from './light-picture.ts'
import { standingField } from './standing-field.ts'
import { broughtUp, judgeStreets } from './stretch-light.ts'
import type { Text } from './text.ts'
import { classNamed } from './wanted-class.ts'

export type LuminaireFiles = Readonly<
  Record<string, { readonly format: 'ldt' | 'ies'; readonly text: string }>
>

export interface LightReportInputs {
  readonly light: LightMeasure
  readonly ground: Ground
  readonly demand: Demand
  readonly others: readonly SitingMeasure[]
  readonly luminaires: LuminaireFiles
  /** Metres between the points that are reckoned, 1 where absent: coarser while lamps are dragged. */
  readonly step?: number
}

/** What new lamps give the streets about them, with the lamps that stand already. Lux, maintained. */
export interface LightReport {
  readonly lamps: readonly {
    readonly at: LonLat
    readonly direction: number
    readonly height: number
    readonly lumens: number
  }[]
  readonly stretches: readonly StretchReport[]
  /** Iso-lux lines. */
  readonly isoLines: readonly { readonly lux: number; readonly line: readonly LonLat[] }[]
  /** Lux about the lamps, rows from south to north: for a picture on the map. */
  readonly raster: {
    readonly west: number
    readonly south: number
    readonly east: number
    readonly north: number
    readonly columns: number
    readonly rows: number
    /** To the hundredth; 0 within buildings. */
    readonly lux: readonly number[]
  }
  /** Metres of street that reach their class now and did not before; streets whose light before is unknown left out. */
  readonly metresBroughtUp: number
  /** Metres of the stretches that still fail. */
  readonly metresFailing: number
  /** Stretches that cannot be measured, and why. */
  readonly leftOut: readonly { readonly id: string; readonly name: string; readonly reason: Text }[]
  readonly assumptions: readonly Text[]
}

export interface StretchReport {
  readonly id: string
  readonly name: string
  readonly line: readonly LonLat[]
  readonly width: number
  readonly length: number
  readonly wanted: string
  readonly before: StretchLux
  readonly after: StretchLux
  /** The map says that it is lit and knows none of its lamps: what it has before is not known. */
  readonly unknownBefore?: boolean
}

export interface StretchLux {
  readonly mean: number
  readonly minimum: number
  readonly uniformity: number
  readonly reached: string | null
  readonly fails: readonly ('mean' | 'minimum' | 'uniformity')[]
}

/** Metres between the points that are reckoned. */
const usualStep = 1

/**
 * What new lamps give the streets about them. Horizontal illuminance on level ground behind buildings and walls, with lamps
 * that stand already. Refused: values that cannot be, a file that is no photometry, a class there is none of, lamps that
 * all stand inside buildings.
 */
export function lightReport({
  light: measure,
  ground,
  others,
  luminaires,
  step = usualStep,
}: LightReportInputs): LightReport | Refusal {
  if (!(step >= 0.25 && step <= 10))
    return refuse(
      'step',
      'Avståndet mellan mätpunkterna måste vara mellan 0,25 och 10 m.',
      'The distance between points must be between 0.25 and 10 m.',
    )
  const town = townFrom(ground)
  const wanted = measure.light.wanted === undefined ? null : classNamed(measure.light.wanted)
  if (wanted === undefined)
    return refuse(
      'wanted-class',
      `Belysningsklassen ${measure.light.wanted} finns inte. Välj P1–P6 eller C0–C5.`,
      `There is no lighting class ${measure.light.wanted}. Choose P1–P6 or C0–C5.`,
    )
  const made = lampsOf(measure, luminaires, town.plane, towardsStreet(town))
  if (isRefusal(made)) return made
  const enclosed = made.lamps.filter(({ x, y }) => isInside(town, x, y)).length
  if (enclosed === made.lamps.length)
    return refuse(
      'lamps-inside',
      enclosed === 1
        ? 'Lampan står inne i en byggnad. Flytta ut den.'
        : 'Alla lampor står inne i byggnader. Flytta raden.',
      enclosed === 1
        ? 'The lamp stands inside a building. Move it out.'
        : 'All lamps stand inside buildings. Move the row.',
    )
  const standing = standingField(town, luminaires, others, measure.id)
  const added = lightField(town, made.lamps)
  const { stretches, leftOut } = judgeStreets(town, standing.field, added, () => wanted, step)
  const unknown = stretches.filter(({ unknownBefore }) => unknownBefore).length
  return {
    lamps: made.lamps.map(({ x, y, direction, height }) => ({
      at: degreesAt(town.plane, x, y),
      direction: rounded(direction, 1),
      height,
      lumens: Math.round(made.lumens),
    })),
    stretches,
    ...lightPicture(town, standing.field, added, step),
    metresBroughtUp: broughtUp(stretches),
    metresFailing: rounded(
      stretches.filter(({ after }) => after.fails.length > 0).reduce((sum, { length }) => sum + length, 0),
      1,
    ),
    leftOut,
    assumptions: [
      ...made.assumptions,
      ...standing.assumptions,
      ...(enclosed > 0
        ? [
            {
              sv: `${enclosed} av lamporna hamnar inne i byggnader och lyser inte.`,
              en: `${enclosed} of the lamps fall inside buildings and light nothing.`,
            },
          ]
        : []),
      ...(unknown > 0
        ? [
            {
              sv: `${unknown} ${unknown === 1 ? 'sträcka är belyst' : 'sträckor är belysta'} enligt kartan, som inte känner deras lampor: ljuset där före åtgärden är okänt, och räknas inte som vunnet.`,
              en: `${unknown} ${unknown === 1 ? 'stretch is' : 'stretches are'} lit by the map, which knows none of their lamps: the light there before is unknown, and not counted as gained.`,
            },
          ]
        : []),
      ...(wanted === null && stretches.length > 0 ? [byKind] : []),
      ...town.remarks,
    ],
  }
}

const byKind: Text = {
  sv: 'Ingen belysningsklass är angiven: varje gata bedöms efter sitt slag (antagande).',
  en: 'No lighting class is given: each street is judged by its kind (an assumption).',
}

const isInside = (town: Town, x: number, y: number): boolean => buildingAt(town, x, y) !== null
