import { isRefusal } from '@trygghetskartan/geo'
import type { Demand } from '../ground/demand.ts'
import type { Ground } from '../ground/ground.ts'
import { lampsOf } from '../ground/lamps-of.ts'
import type { SitingMeasure } from '../ground/measure.ts'
import { towardsStreet } from '../ground/towards-street.ts'
import { type Town, townFrom } from '../ground/town.ts'
import type { Lamp } from '../illuminance.ts'
import { riskCovered } from '../proposal/covered-risk.ts'
import type { RiskPart, RiskSettings } from '../risk/settings.ts'
import { riskSurface } from '../risk/surface.ts'
import type { StreetClass } from '../street-classes.ts'
import { rounded } from './figures.ts'
import { lightField } from './light-field.ts'
import type { LuminaireFiles } from './light-report.ts'
import { placedCamera } from './placed-camera.ts'
import { areaSeen, seenSquares } from './seen-squares.ts'
import { standingField } from './standing-field.ts'
import { broughtUp, judgeStreets } from './stretch-light.ts'
import type { Text } from './text.ts'
import { classNamed } from './wanted-class.ts'
import { facadesSeen, sensitiveSeen } from './watched.ts'

export interface PlanReportInputs {
  readonly measures: readonly SitingMeasure[]
  readonly ground: Ground
  readonly demand: Demand
  readonly luminaires: LuminaireFiles
  readonly risk: RiskSettings
}

/** One column of the comparison of plans. Risk in points of the area's 100. */
export interface PlanReport {
  readonly investment: number
  readonly yearly: number
  /** Measures nobody has put a price on. */
  readonly unpriced: number
  readonly count: Readonly<Record<SitingMeasure['kind'], number>>
  /** Risk covered, existing measures included, and by existing ones alone. */
  readonly covered: number
  readonly existing: number
  readonly addedByPart: Readonly<Partial<Record<RiskPart, number>>>
  /** Risk added by hour of the week: 168 numbers. */
  readonly addedByHour: readonly number[]
  /** Metres of street that reach their class by the plan. */
  readonly metresBroughtUp: number
  /** Homes with façade in view of the plan's cameras, each once. */
  readonly homesInView: number
  /** People who live there, by 2.2 to a home [2nd: Statistics Sweden, mean household size]. */
  readonly peopleWatched: number
  /** Schools, care, worship, yards and playgrounds with ground or façade in view, each once; homes are counted above. */
  readonly sensitiveInView: number
  /** Measures siting cannot reckon with, and why. */
  readonly leftOut: readonly { readonly id: string; readonly reason: Text }[]
  readonly assumptions: readonly Text[]
}

/** [2nd]: Statistics Sweden, mean household size. */
export const peoplePerHome = 2.2
/** Metres between the points of streets that are judged. */
const step = 1

/**
 * One column of the comparison of plans. A measure siting cannot reckon with is left out with its reason and its cost still
 * counts; where the area has no risk to cover the report says so and the rest of it stands.
 */
export function planReport({ measures, ground, demand, luminaires, risk }: PlanReportInputs): PlanReport {
  const town = townFrom(ground)
  const leftOut = new Map<string, Text>()
  const assumptions: Text[] = []
  const leave = (id: string, reason: Text) => {
    if (!leftOut.has(id)) leftOut.set(id, reason)
  }
  const covered = coveredBy(town, { measures, demand, luminaires, risk }, leave, assumptions)
  const watched = watchedBy(town, measures, leave, assumptions)
  const metresBroughtUp = streetsOf(town, measures, luminaires, leave, assumptions)
  const count = { camera: 0, light: 0, clearance: 0, presence: 0 }
  for (const { kind } of measures) count[kind]++
  const sum = (role: 'investment' | 'yearly') =>
    measures.reduce((total, measure) => total + (measure[role] ?? 0), 0)
  return {
    investment: sum('investment'),
    yearly: sum('yearly'),
    unpriced: measures.filter(({ investment, yearly }) => investment === null && yearly === null).length,
    count,
    ...covered,
    metresBroughtUp,
    ...watched,
    leftOut: [...leftOut].map(([id, reason]) => ({ id, reason })),
    assumptions: once([...assumptions, ...town.remarks]),
  }
}

type Leave = (id: string, reason: Text) => void

function coveredBy(
  town: Town,
  { measures, demand, luminaires, risk }: Omit<PlanReportInputs, 'ground'>,
  leave: Leave,
  assumptions: Text[],
): Pick<PlanReport, 'covered' | 'existing' | 'addedByPart' | 'addedByHour'> {
  const surface = riskSurface(town, demand, risk, { luminaires })
  if (isRefusal(surface)) {
    assumptions.push(surface.text)
    return { covered: 0, existing: 0, addedByPart: {}, addedByHour: new Array<number>(168).fill(0) }
  }
  const answer = riskCovered(town, surface, measures, { luminaires, darkBelow: risk.darkBelow })
  const own = new Set(measures.map(({ id }) => id))
  for (const { id, reason } of answer.leftOut)
    if (own.has(id)) leave(id, reason)
    else assumptions.push(reason)
  assumptions.push(...answer.assumptions, ...surface.assumptions)
  return {
    covered: rounded(answer.covered),
    existing: rounded(answer.existing),
    addedByPart: Object.fromEntries(
      Object.entries(answer.addedByPart).map(([part, points]) => [part, rounded(points)]),
    ),
    addedByHour: answer.addedByHour.map((points) => rounded(points, 5)),
  }
}

/** Homes and sensitive ground in view of the cameras, each once however many see it. */
function watchedBy(
  town: Town,
  measures: readonly SitingMeasure[],
  leave: Leave,
  assumptions: Text[],
): Pick<PlanReport, 'homesInView' | 'peopleWatched' | 'sensitiveInView'> {
  const buildings = new Set<number>()
  const sensitive = new Set<string>()
  for (const measure of measures) {
    if (measure.kind !== 'camera') continue
    const camera = placedCamera(town, measure, 2014)
    if (isRefusal(camera)) {
      leave(measure.id, camera.text)
      continue
    }
    assumptions.push(...named(measure, camera.assumptions))
    const facades = facadesSeen(town, camera)
    for (const of of facades.keys()) buildings.add(of)
    const squares = seenSquares(camera)
    for (const { id, use } of sensitiveSeen(town, facades, (one) => areaSeen(squares, one)))
      if (use !== 'home') sensitive.add(id)
  }
  const homesInView = [...buildings].reduce((sum, of) => sum + town.buildings[of]!.homes, 0)
  return {
    homesInView,
    peopleWatched: Math.round(homesInView * peoplePerHome),
    sensitiveInView: sensitive.size,
  }
}

/** Metres of street that all new lamps together bring up to their class. */
function streetsOf(
  town: Town,
  measures: readonly SitingMeasure[],
  luminaires: LuminaireFiles,
  leave: Leave,
  assumptions: Text[],
): number {
  const lamps: Lamp[] = []
  const wanted: (StreetClass | null)[] = []
  const standing = new Set(town.ground.measures.map(({ id }) => id))
  for (const measure of measures) {
    if (measure.kind !== 'light') continue
    const made = lampsOf(measure, luminaires, town.plane, towardsStreet(town))
    if (isRefusal(made)) {
      leave(measure.id, made.text)
      continue
    }
    assumptions.push(...named(measure, made.assumptions))
    // What stands already is in the light before.
    if (standing.has(measure.id)) continue
    for (const lamp of made.lamps) {
      lamps.push(lamp)
      wanted.push(classNamed(measure.light.wanted ?? '') ?? null)
    }
  }
  if (lamps.length === 0) return 0
  const before = standingField(town, luminaires)
  assumptions.push(...before.assumptions)
  const { stretches } = judgeStreets(
    town,
    before.field,
    lightField(town, lamps),
    (lamp) => wanted[lamp]!,
    step,
  )
  return broughtUp(stretches)
}

const named = ({ title }: SitingMeasure, texts: readonly Text[]): Text[] =>
  texts.map(({ sv, en }) => ({ sv: `${title}: ${sv}`, en: `${title}: ${en}` }))

const once = (texts: readonly Text[]): Text[] => [...new Map(texts.map((text) => [text.sv, text])).values()]
