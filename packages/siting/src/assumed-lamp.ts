import { allRound } from './all-round.ts'
import { genericRoadLuminaire } from './generic-luminaire.ts'
import type { Lamp } from './illuminance.ts'
import type { Luminaire } from './photometry.ts'

/** What a map knows of a lamp that stands already: OpenStreetMap's words, each of them often missing. */
export interface KnownLamp {
  readonly x: number
  readonly y: number
  /** Metres. */
  readonly height?: number
  /** Value of lamp_type or light:method: LED, sodium, mercury, electric, gas_lantern, … */
  readonly lampType?: string
  /** Value of lamp_mount or support: pole, bent_mast, wall_mounted, suspended, … */
  readonly mount?: string
  /** Degrees clockwise from north in which it lights. */
  readonly direction?: number
}

/** A lamp to reckon with, and what of it is assumed: shown beside every result. */
export interface AssumedLamp {
  readonly lamp: Lamp
  readonly assumed: readonly ('height' | 'lumens' | 'luminaire' | 'direction')[]
  /** Lumens out of the luminaire. */
  readonly lumens: number
}

/** Assumptions of this project, metres by how the lamp is mounted; the first that matches. */
const heights: readonly [RegExp, number][] = [
  [/wall|facade|building/i, 4],
  [/suspen|wire|caten/i, 7],
  [/ground|bollard/i, 1],
  [/high_mast/i, 20],
  [/mast|arm/i, 8],
]
export const usualHeight = 5

/** Assumptions of this project, lumens out of the luminaire by kind of lamp and by height: a taller pole carries more. */
const lumensAt5m: readonly [RegExp, number][] = [
  [/gas|lantern/i, 600],
  [/mercury|fluor/i, 2200],
  [/led/i, 3500],
  [/sodium|high_pressure|hps/i, 4000],
  [/halide|discharge/i, 3800],
]
export const usualLumensAt5m = 3000
export const tallest = 12

/**
 * The lamp that stands there as far as the map tells, and the rest by assumption. Where nobody knows which way it lights,
 * the generic road luminaire is taken alike all round. A height of the map that cannot be is treated as missing.
 */
export function assumedLamp({ x, y, height, lampType = '', mount = '', direction }: KnownLamp): AssumedLamp {
  const known = height !== undefined && height >= 0.1 && height <= 60
  const metres = known ? height : (heights.find(([kind]) => kind.test(mount))?.[1] ?? usualHeight)
  const base = lumensAt5m.find(([kind]) => kind.test(lampType))?.[1] ?? usualLumensAt5m
  const lumens = Math.round((base * Math.min(metres, tallest)) / usualHeight)
  const turned = direction !== undefined && Number.isFinite(direction)
  const luminaire = luminaireFor(lumens, turned)
  return {
    lamp: { x, y, height: metres, direction: turned ? direction : 0, luminaire },
    assumed: [
      ...(known ? [] : ['height' as const]),
      'lumens',
      'luminaire',
      ...(turned ? [] : ['direction' as const]),
    ],
    lumens,
  }
}

/** Lamps of one kind share their table, so that a town of lamps takes little room. */
const made = new Map<string, Luminaire>()

/** The generic road luminaire with so many lumens, the same object each time; alike all round where it is not turned. */
export function luminaireFor(lumens: number, turned: boolean): Luminaire {
  const key = `${lumens} ${turned}`
  const there = made.get(key)
  if (there) return there
  const road = genericRoadLuminaire(lumens)
  const luminaire = turned ? road : allRound(road)
  made.set(key, luminaire)
  return luminaire
}
