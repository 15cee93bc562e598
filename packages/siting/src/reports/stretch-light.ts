import { isRefusal } from '@trygghetskartan/geo'
import type { Town } from '../ground/town.ts'
import { classReached, type StreetClass, streetClasses, stretchLight } from '../street-classes.ts'
import { degreesAt, rounded } from './figures.ts'
import type { LightField } from './light-field.ts'
import type { StretchLux, StretchReport } from './light-report.ts'
import { metresTo, stretchesOf, surfaceOf, type TownStretch } from './street-stretches.ts'
import type { Text } from './text.ts'
import { classForKind } from './wanted-class.ts'

/** Metres from the new lamps within which streets are judged: at least so many, and so many for each metre they are high. */
const leastReach = 40
const reachPerHeight = 5
/** Metres from a street's edge within which a lamp is meant for it. */
const servedWithin = 10
/** Lux on average below which new lamps do not matter to a street they are not meant for. All choices of this project. */
const leastLight = 0.1
/** Metres from a street within which a lamp of the map tells that its light is known. */
const knownWithin = 25

export interface JudgedStreets {
  readonly stretches: readonly StretchReport[]
  readonly leftOut: readonly { readonly id: string; readonly name: string; readonly reason: Text }[]
}

/**
 * The stretches that new lamps light, before and after. `wanted` is the class asked of stretches that one of the lamps is
 * meant for; null where nobody has said, then the street's kind decides.
 */
export function judgeStreets(
  town: Town,
  standing: LightField,
  added: LightField,
  wanted: (lamp: number) => StreetClass | null,
  step: number,
): JudgedStreets {
  const stretches: StretchReport[] = []
  const leftOut: JudgedStreets['leftOut'][number][] = []
  for (const stretch of stretchesOf(town)) {
    const { street } = stretch
    const near = nearLamps(stretch, added)
    if (near.length === 0) continue
    const points = surfaceOf(town, stretch, step)
    if (isRefusal(points)) {
      leftOut.push({ id: stretch.id, name: street.name ?? '', reason: points.text })
      continue
    }
    if (points.x.length === 0) continue
    const meant = near.filter(({ away }) => away <= street.width / 2 + servedWithin)
    const fresh = added.at(points.x, points.y)
    const mean = fresh.reduce((sum, lux) => sum + lux, 0) / fresh.length
    if (meant.length === 0 && mean < leastLight) continue
    const before = standing.on(points, points.x, points.y)
    const after = before.map((lux, i) => lux + fresh[i]!)
    const asked = brightest(meant.map(({ lamp }) => wanted(lamp))) ?? classForKind(street.kind)
    const unknown = street.lit === true && !hasLamp(stretch, standing)
    stretches.push({
      id: stretch.id,
      name: street.name ?? '',
      line: stretch.line.map(([x, y]) => degreesAt(town.plane, x, y)),
      width: street.width,
      length: rounded(stretch.length, 1),
      wanted: asked.id,
      before: luxOf(before, asked),
      after: luxOf(after, asked),
      ...(unknown && { unknownBefore: true }),
    })
  }
  return { stretches, leftOut }
}

/** Metres of the stretches that reach their class now and were known not to before. */
export const broughtUp = (stretches: readonly StretchReport[]): number =>
  rounded(
    stretches
      .filter(
        ({ before, after, unknownBefore }) =>
          !unknownBefore && before.fails.length > 0 && after.fails.length === 0,
      )
      .reduce((sum, { length }) => sum + length, 0),
    1,
  )

function nearLamps(stretch: TownStretch, { lamps }: LightField): { lamp: number; away: number }[] {
  const [west, south, east, north] = stretch.box
  return lamps.flatMap(({ x, y, height }, lamp) => {
    const reach = Math.max(leastReach, reachPerHeight * height)
    if (x < west - reach || x > east + reach || y < south - reach || y > north + reach) return []
    const away = metresTo(stretch, x, y)
    return away <= reach ? [{ lamp, away }] : []
  })
}

const brightest = (classes: readonly (StreetClass | null)[]): StreetClass | null =>
  classes.reduce((most, one) => (one && (!most || one.mean > most.mean) ? one : most), null)

const known = new WeakMap<LightField, WeakMap<TownStretch, boolean>>()

function hasLamp(stretch: TownStretch, field: LightField): boolean {
  const answers = known.get(field) ?? new WeakMap<TownStretch, boolean>()
  known.set(field, answers)
  const answer =
    answers.get(stretch) ??
    field.lamps.some(({ x, y }) => metresTo(stretch, x, y) <= knownWithin + stretch.street.width / 2)
  answers.set(stretch, answer)
  return answer
}

function luxOf(lux: Float64Array, wanted: StreetClass): StretchLux {
  const { mean, minimum, uniformity, fails } = stretchLight(lux, wanted)
  const series = streetClasses.C.some(({ id }) => id === wanted.id) ? 'C' : 'P'
  return {
    mean: rounded(mean),
    minimum: rounded(minimum),
    uniformity: rounded(uniformity, 3),
    reached: classReached(lux, series)?.id ?? null,
    fails,
  }
}
