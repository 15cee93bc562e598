import { type Refusal, refuse } from '@trygghetskartan/geo'

/**
 * A luminaire's light over the whole sphere, in candela. C angles turn about the vertical axis: C0 and C180 along the
 * street, C90 towards it, C270 behind the lamp (CIE C-γ system, IES type C). γ is 0 straight down, 180 straight up.
 */
export interface Luminaire {
  readonly name: string
  readonly source: 'eulumdat' | 'ies' | 'generic'
  /** C planes in degrees, ascending within [0, 360); one alone holds for every direction. May be unequally spaced. */
  readonly planes: Float64Array
  /** γ in degrees, ascending within [0, 180]. No light is known, so none is counted, outside of them. */
  readonly gammas: Float64Array
  /** Candela of plane p and γ g at [p * gammas.length + g]. */
  readonly candela: Float64Array
  /** Lumens of its lamps as declared; null for absolute photometry. */
  readonly lampFlux: number | null
  /** Lumens out of the luminaire as declared by its efficiency; null where the file declares none. */
  readonly declaredOutput: number | null
  /** Lumens out of the luminaire: the integral of its candela. */
  readonly output: number
  /** Watts as declared; null where the file does not say. */
  readonly power: number | null
}

/** A file that cannot be photometry, with the line that shows it (counted from 1), where one does. */
export interface PhotometryRefusal extends Refusal {
  readonly line?: number
}

/** How much more light than its lamps give a file may claim (rounding, measurement) before it is refused. */
const mostEfficiency = 1.05
/** How far the integral may lie from the declared output, as a share, before the file is refused as contradicting itself. */
const mostContradiction = 0.25

export const refuseLine = (line: number, code: string, sv: string, en: string): PhotometryRefusal => ({
  ...refuse(code, `Rad ${line}: ${sv}`, `Line ${line}: ${en}`),
  line,
})

/** A luminaire from its table, or why the table cannot be one: angles out of order, negative light, more light than its lamps. */
export function luminaireOf(given: Omit<Luminaire, 'output'>): Luminaire | PhotometryRefusal {
  const { planes, gammas, candela, lampFlux, declaredOutput } = given
  const ascends = (angles: Float64Array, from: number, to: number) =>
    angles.every((angle, i) => angle >= from && angle <= to && (i === 0 || angle > angles[i - 1]!))
  if (planes.length === 0 || !ascends(planes, 0, 359.999999))
    return refuse(
      'planes-out-of-order',
      'C-planens vinklar måste stiga från 0 till under 360 grader.',
      'The angles of the C planes must ascend from 0 to under 360 degrees.',
    )
  if (gammas.length < 2 || !ascends(gammas, 0, 180))
    return refuse(
      'gammas-out-of-order',
      'Gammavinklarna måste vara minst två och stiga från 0 till högst 180 grader.',
      'There must be at least two γ angles, ascending from 0 to at most 180 degrees.',
    )
  if (candela.length !== planes.length * gammas.length)
    throw new RangeError('The table does not fit its angles')
  if (!candela.every((value) => value >= 0 && value < 1e9))
    return refuse(
      'impossible-intensity',
      'Ljusstyrkan är negativ, saknas eller är orimligt stor i någon riktning.',
      'The intensity is negative, missing or absurdly large in some direction.',
    )
  const output = lumensOf(planes, gammas, candela)
  if (output <= 0) return refuse('no-light', 'Armaturen ger inget ljus.', 'The luminaire gives no light.')
  if (lampFlux !== null && output > mostEfficiency * lampFlux)
    return refuse(
      'more-light-than-lamps',
      `Ljusfördelningen ger ${Math.round(output)} lm, men ljuskällorna bara ${Math.round(lampFlux)} lm.`,
      `The distribution gives ${Math.round(output)} lm, but the lamps only ${Math.round(lampFlux)} lm.`,
    )
  if (declaredOutput !== null && Math.abs(output - declaredOutput) > mostContradiction * declaredOutput)
    return refuse(
      'contradicts-efficiency',
      `Ljusfördelningen ger ${Math.round(output)} lm, men enligt uppgiven verkningsgrad ska det vara ${Math.round(declaredOutput)} lm.`,
      `The distribution gives ${Math.round(output)} lm, but by the declared efficiency it should be ${Math.round(declaredOutput)} lm.`,
    )
  return { ...given, output }
}

const radians = Math.PI / 180

/**
 * Lumens of a table: the integral over the sphere of its bilinear interpolation, exact in γ. Each value weighs what its
 * hat function covers, so unequal spacing weighs as it should.
 */
export function lumensOf(planes: Float64Array, gammas: Float64Array, candela: Float64Array): number {
  const n = gammas.length
  const weights = new Float64Array(n)
  for (let g = 1; g < n; g++) {
    const from = gammas[g - 1]! * radians
    const to = gammas[g]! * radians
    const whole = Math.cos(from) - Math.cos(to)
    const moment = Math.sin(to) - to * Math.cos(to) - (Math.sin(from) - from * Math.cos(from))
    const upper = (moment - from * whole) / (to - from)
    weights[g]! += upper
    weights[g - 1]! += whole - upper
  }
  let lumens = 0
  for (let p = 0; p < planes.length; p++) {
    const before = p > 0 ? planes[p - 1]! : planes.at(-1)! - 360
    const after = p + 1 < planes.length ? planes[p + 1]! : planes[0]! + 360
    const width = ((after - before) / 2) * radians
    for (let g = 0; g < n; g++) lumens += width * weights[g]! * candela[p * n + g]!
  }
  return lumens
}

/** Candela in the direction (C, γ), degrees: bilinear between the nearest planes and angles; 0 outside the angles known. */
export function intensityAt({ planes, gammas, candela }: Luminaire, c: number, gamma: number): number {
  const n = gammas.length
  if (!(gamma >= gammas[0]! && gamma <= gammas[n - 1]!)) return 0
  const g = segmentOf(gammas, gamma)
  const up = (gamma - gammas[g]!) / (gammas[g + 1]! - gammas[g]!)
  const along = (p: number) => candela[p * n + g]! * (1 - up) + candela[p * n + g + 1]! * up
  const last = planes.length - 1
  if (last === 0) return along(0)
  const turned = c - 360 * Math.floor(c / 360)
  if (turned < planes[0]! || turned >= planes[last]!) {
    const gap = planes[0]! + 360 - planes[last]!
    const into = (turned < planes[0]! ? turned + 360 : turned) - planes[last]!
    return along(last) * (1 - into / gap) + along(0) * (into / gap)
  }
  const p = segmentOf(planes, turned)
  const into = (turned - planes[p]!) / (planes[p + 1]! - planes[p]!)
  return along(p) * (1 - into) + along(p + 1) * into
}

/** The largest i with angles[i] <= angle, but not the last. */
function segmentOf(angles: Float64Array, angle: number): number {
  let low = 0
  let high = angles.length - 2
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (angles[middle]! <= angle) low = middle
    else high = middle - 1
  }
  return low
}
