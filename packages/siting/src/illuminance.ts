import { isRefusal, type Refusal, refuse } from '@trygghetskartan/geo'
import { angleDegrees } from './angle-degrees.ts'
import { type Isovist, seesPoint } from './isovist.ts'
import type { Luminaire } from './photometry.ts'
import type { Scene } from './scene.ts'
import { visibleFrom } from './visibility.ts'

export interface Lamp {
  readonly x: number
  readonly y: number
  /** Metres of the light above the surface. */
  readonly height: number
  /** Where the luminaire's C90 looks, as a rule straight out over the street: degrees clockwise from north. */
  readonly direction: number
  readonly luminaire: Luminaire
  /** Share of full light, 1 where it is not dimmed. */
  readonly dimming?: number
}

export interface IlluminanceOptions {
  /** Share of the light that is left when lamps and glasses have aged and gathered dirt: over 0, at most 1. */
  readonly maintenance: number
  /** Metres along the ground beyond which a lamp counts for nothing. */
  readonly cutOff: number
  /** What casts shadow; taken to be higher than the lamps. */
  readonly shadows?: Scene
}

export interface Illuminance {
  /** Horizontal illuminance in lux at each point. */
  readonly lux: Float64Array
  /** Lamps, by their number, that stand inside a building and so light nothing. */
  readonly enclosed: readonly number[]
}

/** Points near each other in the order given are tried together. */
const blockLength = 64
/** Where an angle lies in a list is looked up by so many parts of a degree. */
const eighths = 8

/**
 * Horizontal illuminance at points (x[i], y[i]) on level ground from all lamps: E = I(C, γ) cos γ / d², summed, times the
 * maintenance factor. Seen from above C turns anticlockwise. Every lamp counts, however little it gives.
 */
export function illuminanceAt(
  x: Float64Array,
  y: Float64Array,
  lamps: readonly Lamp[],
  { maintenance, cutOff, shadows }: IlluminanceOptions,
): Illuminance | Refusal {
  if (!(maintenance > 0 && maintenance <= 1))
    return refuse(
      'maintenance-factor',
      'Bibehållningsfaktorn måste vara större än 0 och högst 1.',
      'The maintenance factor must be more than 0 and at most 1.',
    )
  if (!(cutOff > 0 && cutOff <= 5000))
    return refuse(
      'cut-off',
      'Gränsavståndet måste vara mellan 0 och 5000 m.',
      'The cut-off must be between 0 and 5000 m.',
    )
  const odd = lamps.findIndex((lamp) => !isSane(lamp))
  if (odd >= 0)
    return refuse(
      'lamp',
      `Lampa ${odd + 1} har ingen rimlig plats, höjd (0,1–100 m), riktning eller dimring (0–1).`,
      `Lamp ${odd + 1} has no sensible place, height (0.1–100 m), direction or dimming (0–1).`,
    )
  const lux = new Float64Array(x.length)
  const boxes = boxesOf(x, y)
  const samplers = new Map<Luminaire, Sampler>()
  const enclosed: number[] = []
  lamps.forEach((lamp, number) => {
    let seen: Isovist | undefined
    if (shadows) {
      const answer = litFrom(shadows, lamp, cutOff)
      if (answer === null) {
        enclosed.push(number)
        return
      }
      seen = answer
    }
    let sample = samplers.get(lamp.luminaire)
    if (!sample) {
      sample = samplerOf(lamp.luminaire)
      samplers.set(lamp.luminaire, sample)
    }
    addLamp(lux, x, y, boxes, lamp, sample, maintenance * (lamp.dimming ?? 1), cutOff, seen)
  })
  return { lux, enclosed }
}

/** What lamps light in a scene, so that those that stand are not looked from again while others are moved. */
const known = new WeakMap<Scene, WeakMap<Lamp, { readonly cutOff: number; readonly seen: Isovist | null }>>()

function litFrom(scene: Scene, lamp: Lamp, cutOff: number): Isovist | null {
  const lamps = known.get(scene) ?? new WeakMap<Lamp, { cutOff: number; seen: Isovist | null }>()
  known.set(scene, lamps)
  const there = lamps.get(lamp)
  if (there?.cutOff === cutOff) return there.seen
  const answer = visibleFrom(scene, lamp.x, lamp.y, cutOff)
  const seen = isRefusal(answer) ? null : answer
  lamps.set(lamp, { cutOff, seen })
  return seen
}

const isSane = ({ x, y, height, direction, dimming = 1 }: Lamp): boolean =>
  Number.isFinite(x) &&
  Number.isFinite(y) &&
  Number.isFinite(direction) &&
  height >= 0.1 &&
  height <= 100 &&
  dimming >= 0 &&
  dimming <= 1

function addLamp(
  lux: Float64Array,
  x: Float64Array,
  y: Float64Array,
  boxes: Float64Array,
  lamp: Lamp,
  sample: Sampler,
  share: number,
  cutOff: number,
  seen: Isovist | undefined,
): void {
  const { height } = lamp
  const farthest = cutOff * cutOff
  // C90 looks along `direction`; C0 lies a quarter turn clockwise of it.
  const c0 = -(lamp.direction % 360)
  for (let block = 0; 4 * block < boxes.length; block++) {
    const outX = Math.max(boxes[4 * block]! - lamp.x, 0, lamp.x - boxes[4 * block + 2]!)
    const outY = Math.max(boxes[4 * block + 1]! - lamp.y, 0, lamp.y - boxes[4 * block + 3]!)
    if (outX * outX + outY * outY > farthest) continue
    const end = Math.min(x.length, (block + 1) * blockLength)
    for (let i = block * blockLength; i < end; i++) {
      const dx = x[i]! - lamp.x
      const dy = y[i]! - lamp.y
      const square = dx * dx + dy * dy
      if (square > farthest) continue
      if (seen && !seesPoint(seen, x[i]!, y[i]!)) continue
      const candela = sample(angleDegrees(dy, dx) - c0, angleDegrees(Math.sqrt(square), height))
      const slant = square + height * height
      lux[i]! += (share * candela * height) / (slant * Math.sqrt(slant))
    }
  }
}

/** West, south, east and north of each block of points. */
function boxesOf(x: Float64Array, y: Float64Array): Float64Array {
  const boxes = new Float64Array(4 * Math.ceil(x.length / blockLength))
  for (let block = 0; 4 * block < boxes.length; block++) {
    const from = block * blockLength
    let west = Infinity
    let south = Infinity
    let east = -Infinity
    let north = -Infinity
    for (let i = from; i < Math.min(x.length, from + blockLength); i++) {
      west = Math.min(west, x[i]!)
      south = Math.min(south, y[i]!)
      east = Math.max(east, x[i]!)
      north = Math.max(north, y[i]!)
    }
    boxes[4 * block] = west
    boxes[4 * block + 1] = south
    boxes[4 * block + 2] = east
    boxes[4 * block + 3] = north
  }
  return boxes
}

type Sampler = (c: number, gamma: number) => number

/** As intensityAt, many times over: where an angle lies in its list is looked up by the eighth of a degree. */
function samplerOf({ planes, gammas, candela }: Luminaire): Sampler {
  const n = gammas.length
  const count = planes.length
  const gammaFrom = hintsOf(gammas, 180)
  const gammaShare = shareOf(gammas)
  const firstGamma = gammas[0]!
  const lastGamma = gammas[n - 1]!
  // One turn and a plane more at either end, so that no direction falls between the last plane and the first.
  const turn = Float64Array.of(planes[count - 1]! - 360, ...planes, planes[0]! + 360)
  const planeFrom = hintsOf(turn, 360)
  const planeShare = shareOf(turn)
  const table = new Float64Array((count + 2) * n)
  table.set(candela.subarray((count - 1) * n))
  table.set(candela, n)
  table.set(candela.subarray(0, n), (count + 1) * n)
  return (c, gamma) => {
    if (!(gamma >= firstGamma && gamma <= lastGamma)) return 0
    let g = gammaFrom[(gamma * eighths) | 0]!
    while (g < n - 2 && gammas[g + 1]! <= gamma) g++
    const up = (gamma - gammas[g]!) * gammaShare[g]!
    let turned = c
    while (turned < 0) turned += 360
    while (turned >= 360) turned -= 360
    let p = planeFrom[(turned * eighths) | 0]!
    while (p < count && turn[p + 1]! <= turned) p++
    const into = (turned - turn[p]!) * planeShare[p]!
    const at = p * n + g
    const low = table[at]! + (table[at + 1]! - table[at]!) * up
    const high = table[at + n]! + (table[at + n + 1]! - table[at + n]!) * up
    return low + (high - low) * into
  }
}

/** One over each gap between angles. */
const shareOf = (angles: Float64Array): Float64Array =>
  Float64Array.from({ length: angles.length - 1 }, (_, i) => 1 / (angles[i + 1]! - angles[i]!))

/** For each eighth of a degree up to `degrees` the last angle not above it, never the very last of the list. */
function hintsOf(angles: Float64Array, degrees: number): Int32Array {
  const hints = new Int32Array(eighths * degrees + 1)
  let i = 0
  for (let bucket = 0; bucket < hints.length; bucket++) {
    while (i < angles.length - 2 && angles[i + 1]! <= bucket / eighths) i++
    hints[bucket] = i
  }
  return hints
}
