import { type Refusal, refuse } from '@trygghetskartan/geo'
import type { Demand } from '../ground/demand.ts'
import type { Rings } from '../ground/ground.ts'
import { hoursOfWeek, weekLength } from '../ground/hours-of-week.ts'
import { type PlaneArea, planeArea } from '../ground/plane-area.ts'
import { standingLamps } from '../ground/standing-lamps.ts'
import type { Town } from '../ground/town.ts'
import type { LonLat } from '../local-plane.ts'
import type { LuminaireFiles } from '../reports/light-report.ts'
import type { Text } from '../reports/text.ts'
import { cellsOver } from './cells.ts'
import { checkRisk } from './check-settings.ts'
import { darkWeek } from './dark-hours.ts'
import { darknessPart } from './darkness-part.ts'
import { incidentsPart } from './incidents-part.ts'
import { Profiles, type RawPart } from './part.ts'
import { reportsPart } from './reports-part.ts'
import { riskPoints } from './risk-points.ts'
import type { RiskPart, RiskSettings } from './settings.ts'
import { sightPart } from './sight-part.ts'
import { surveyPart } from './survey-part.ts'

export const riskParts: readonly RiskPart[] = ['incidents', 'reports', 'survey', 'darkness', 'sight']

/** More points than this would take a browser's memory and patience. */
const mostPoints = 60_000

/** Entries of one part: entry k gives `weight[k]` risk to point `point[k]`, at the hours of profile `profile[k]`. */
export interface RiskEntries {
  readonly point: Int32Array
  readonly profile: Int32Array
  readonly weight: Float64Array
}

/** How a part came about, to be told. */
export interface PartTold {
  readonly part: RiskPart
  /** Of the area's 100 points; 0 where it has nothing or no weight. */
  readonly points: number
  /** Incidents, reports, survey areas, m² of dark street or places looked from. */
  readonly n: number
  readonly remarks: readonly Text[]
}

/**
 * All risk of a study area, 100 points, as points on its open ground. Plain data: arrays have one number for each point, `at`
 * in degrees, `x` and `y` in metres of the town's plane.
 */
export interface RiskSurface {
  readonly step: number
  readonly x: Float64Array
  readonly y: Float64Array
  readonly at: readonly LonLat[]
  /** m² of open ground a point stands for. */
  readonly open: Float64Array
  readonly total: Float64Array
  readonly parts: Readonly<Record<RiskPart, Float64Array | null>>
  readonly entries: Readonly<Record<RiskPart, RiskEntries | null>>
  /** Distributions over the week: profile p is 168 numbers from [168 * p] on, Monday 00-01 first, that add up to one. */
  readonly profiles: Float64Array
  /** How much of each hour of the week is dark over the year: 168 shares. */
  readonly dark: Float64Array
  /** Lux of the street ground as it is, 0 where a point has none. */
  readonly lux: Float64Array
  /** Whether the street ground is dark now: 0 no street, 1 dark, 2 the map does not know its lamps, 3 lit. */
  readonly light: Uint8Array
  readonly told: readonly PartTold[]
  readonly assumptions: readonly Text[]
}

export interface SurfaceOptions {
  /** The study area; the town's whole ground where absent. */
  readonly area?: Rings
  /** Photometric files of our own lamps that stand. */
  readonly luminaires?: LuminaireFiles
}

/**
 * One demand surface: incidents, reports, survey answers, darkness and lack of sight, each scaled to one over the study area
 * and weighed so that all of it is 100 points. Refused: settings that cannot be, an area that is none, no open ground,
 * too many points, and an area without any risk at all.
 */
export function riskSurface(
  town: Town,
  demand: Demand,
  settings: RiskSettings,
  { area, luminaires = {} }: SurfaceOptions = {},
): RiskSurface | Refusal {
  const problem = checkRisk(settings)
  if (problem) return problem
  const study = area ? planeArea(area, town.plane) : wholeOf(town)
  if (!study)
    return refuse(
      'study-area',
      'Området korsar sig självt eller har ingen yta. Rita det på nytt.',
      'The area crosses itself or encloses nothing. Draw it anew.',
    )
  const [west, south, east, north] = town.box
  const wanted = ((east - west) * (north - south)) / settings.step ** 2
  if (wanted > mostPoints)
    return refuse(
      'too-many-points',
      `Det blir ${Math.round(wanted)} punkter, högst ${mostPoints} går. Välj glesare punkter eller ett mindre område.`,
      `That makes ${Math.round(wanted)} points, at most ${mostPoints} will do. Choose points farther apart or a smaller area.`,
    )
  const cells = cellsOver(town, study, settings.step)
  const points = riskPoints(town, cells)
  if (points.x.length === 0)
    return refuse(
      'no-open-ground',
      'Det finns ingen öppen mark i området: allt är byggnader eller vatten.',
      'There is no open ground in the area: it is all buildings or water.',
    )
  const profiles = new Profiles(hoursOfWeek(settings.hours))
  const [lon, lat] = [
    (town.ground.box[0] + town.ground.box[2]) / 2,
    (town.ground.box[1] + town.ground.box[3]) / 2,
  ]
  const dark = darkWeek(lon, lat)
  const lamps = standingLamps(town, luminaires)
  const {
    part: darkness,
    lux,
    light,
  } = darknessPart(town, cells, points, lamps.lamps, dark, settings, profiles)
  const raw: Record<RiskPart, RawPart> = {
    incidents: incidentsPart(town, cells, points, demand.incidents, settings, profiles),
    reports: reportsPart(town, cells, points, demand.reports, demand.asOf, settings, profiles),
    survey: surveyPart(town, cells, points, demand.surveys, profiles),
    darkness,
    sight: sightPart(town, cells, points, settings, profiles),
  }
  const sums = Object.fromEntries(riskParts.map((part) => [part, sumOf(raw[part].weight)])) as Record<
    RiskPart,
    number
  >
  const present = riskParts.filter((part) => sums[part] > 0 && settings.weights[part] > 0)
  const weighed = sumOf(present.map((part) => settings.weights[part]))
  if (present.length === 0)
    return refuse(
      'no-risk',
      'Det finns ingen risk att räkna på här: inga händelser, anmälningar eller undersökningar, inget mörker och ingen skymd sikt i de delar som vägs in.',
      'There is no risk to reckon with here: no incidents, reports or surveys, no darkness and no hidden sight in the parts that are weighed.',
    )
  const share = (part: RiskPart) => (present.includes(part) ? (100 * settings.weights[part]) / weighed : 0)
  const entries = {} as Record<RiskPart, RiskEntries | null>
  const parts = {} as Record<RiskPart, Float64Array | null>
  const total = new Float64Array(points.x.length)
  for (const part of riskParts) {
    const { point, hours, weight } = raw[part]
    const factor = share(part) / (sums[part] || 1)
    if (factor === 0) {
      entries[part] = parts[part] = null
      continue
    }
    const own = new Float64Array(points.x.length)
    const scaled = Float64Array.from(weight, (one) => one * factor)
    point.forEach((at, k) => {
      own[at]! += scaled[k]!
      total[at]! += scaled[k]!
    })
    entries[part] = { point: Int32Array.from(point), profile: Int32Array.from(hours), weight: scaled }
    parts[part] = own
  }
  return {
    step: settings.step,
    x: points.x,
    y: points.y,
    at: Array.from(points.x, (x, i) => town.plane.toLonLat(x, points.y[i]!)),
    open: points.open,
    total,
    parts,
    entries,
    profiles: profiles.flat(),
    dark,
    lux,
    light,
    told: riskParts.map((part) => ({
      part,
      points: share(part),
      n: raw[part].n,
      remarks: [...raw[part].remarks, ...absence(part, settings, present)],
    })),
    assumptions: [
      ...town.remarks,
      ...beyond(town, study),
      ...leftOutOf(demand),
      ...lamps.assumptions,
      ...methods(settings),
    ],
  }
}

const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0)

function wholeOf(town: Town): PlaneArea | null {
  const [west, south, east, north] = town.ground.box
  return planeArea(
    [
      [
        [west, south],
        [east, south],
        [east, north],
        [west, north],
        [west, south],
      ],
    ],
    town.plane,
  )
}

/** Nothing is known outside of the ground that was read. */
function beyond({ box }: Town, study: PlaneArea): Text[] {
  const [west, south, east, north] = study.box
  const slack = 1
  const within =
    west > box[0] - slack && south > box[1] - slack && east < box[2] + slack && north < box[3] + slack
  if (within) return []
  return [
    {
      sv: 'Området når utanför det underlag som är läst: där räknas ingen risk.',
      en: 'The area reaches beyond the ground that was read: no risk is reckoned there.',
    },
  ]
}

const names: Record<RiskPart, Text> = {
  incidents: { sv: 'Händelser', en: 'Incidents' },
  reports: { sv: 'Anmälningar', en: 'Reports' },
  survey: { sv: 'Undersökningar', en: 'Surveys' },
  darkness: { sv: 'Mörker', en: 'Darkness' },
  sight: { sv: 'Skymd sikt', en: 'Hidden sight' },
}

function absence(part: RiskPart, { weights }: RiskSettings, present: readonly RiskPart[]): Text[] {
  if (weights[part] === 0 || present.includes(part)) return []
  const { sv, en } = names[part]
  return [
    {
      sv: `${sv}: inget att räkna på i området under de timmar som valts. De övriga delarna delar på de 100 poängen.`,
      en: `${en}: nothing to reckon with in the area at the hours chosen. The other parts share the 100 points.`,
    },
  ]
}

function leftOutOf({ leftOut: { imprecise, suppressed } }: Demand): Text[] {
  if (imprecise + suppressed === 0) return []
  return [
    {
      sv: `${imprecise} händelser har för oprecist läge och ${suppressed} ligger i rutor med för få: de räknas inte med.`,
      en: `${imprecise} events are too imprecise in place and ${suppressed} lie in squares with too few: they are left out.`,
    },
  ]
}

const methods = ({ bandwidth, step, halfLifeDays }: RiskSettings): Text[] => [
  {
    sv: `Händelser sprids jämnt över rutans öppna mark, anmälningar ${bandwidth} m omkring sig; punkter var ${step}:e meter. Efter ${halfLifeDays} dagar väger det hälften.`,
    en: `Incidents are spread evenly over the open ground of their square, reports ${bandwidth} m about them; points every ${step} m. After ${halfLifeDays} days it weighs half.`,
  },
  {
    sv: 'Mörka timmar: solen mer än 6° under horisonten på ortens breddgrad, medel över året. Det som saknar timme sprids över veckan.',
    en: 'Dark hours: the sun more than 6° below the horizon at the latitude, mean over the year. What has no hour is spread over the week.',
  },
]

/** The risk's distribution over the week at points weighed by `shares`: 168 numbers. */
export function riskByHour(surface: RiskSurface, shares: ArrayLike<number>): Float64Array {
  const hours = new Float64Array(weekLength)
  for (const part of riskParts) {
    const own = surface.entries[part]
    if (!own) continue
    own.point.forEach((point, k) => {
      const weight = own.weight[k]! * shares[point]!
      if (weight === 0) return
      const from = own.profile[k]! * weekLength
      for (let hour = 0; hour < weekLength; hour++) hours[hour]! += weight * surface.profiles[from + hour]!
    })
  }
  return hours
}
