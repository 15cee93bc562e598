import type { GroundStreet, LonLat } from '@trygghetskartan/siting'
import type { Frame } from './frame.ts'
import type { Glyphs } from './glyphs.ts'

interface Spot {
  readonly x: number
  readonly y: number
  /** Degrees clockwise. */
  readonly turn: number
  readonly length: number
}

/** Pixels: left, top, right, bottom. */
export type Rectangle = readonly [number, number, number, number]

const touches = (
  [left, top, right, bottom]: Rectangle,
  { x, y, reach }: { x: number; y: number; reach: number },
): boolean => x + reach > left && x - reach < right && y + reach > top && y - reach < bottom

/** Street names along their streets: each once, where most of the street is in the picture, none over another or under what is `blocked`. */
export function streetLabels(
  frame: Frame,
  glyphs: Glyphs,
  streets: readonly GroundStreet[],
  size: number,
  blocked: readonly Rectangle[],
): string {
  const spots = new Map<string, Spot>()
  for (const { name, line } of streets) {
    if (!name) continue
    const spot = longest(frame, line)
    if (spot && spot.length > (spots.get(name)?.length ?? 0)) spots.set(name, spot)
  }
  const taken: { x: number; y: number; reach: number }[] = []
  const drawn: string[] = []
  const byLength = [...spots].sort(([a, s], [b, t]) => t.length - s.length || (a < b ? -1 : 1))
  for (const [name, { x, y, turn, length }] of byLength) {
    const width = glyphs.width(name) * size
    if (length < width * 0.7 || !inside(frame, x, y, width / 2)) continue
    // A name is as many discs in a row: enough to tell whether two cross.
    const discs = Array.from({ length: Math.max(1, Math.ceil(width / size)) }, (_, i, all = width / size) => {
      const along = (i + 0.5 - all / 2) * size
      const radians = (turn * Math.PI) / 180
      return { x: x + along * Math.cos(radians), y: y + along * Math.sin(radians), reach: size * 0.8 }
    })
    const crosses = discs.some(
      (disc) =>
        blocked.some((one) => touches(one, disc)) ||
        taken.some((other) => Math.hypot(other.x - disc.x, other.y - disc.y) < other.reach + disc.reach),
    )
    if (crosses) continue
    taken.push(...discs)
    drawn.push(
      `<path class="name" transform="translate(${x.toFixed(1)} ${y.toFixed(1)}) rotate(${turn.toFixed(1)})" d="${glyphs.path(name, -width / 2, size * 0.35, size)}"/>`,
    )
  }
  return drawn.join('')
}

const inside = ({ width, height }: Frame, x: number, y: number, reach: number): boolean =>
  x > reach * 0.8 && x < width - reach * 0.8 && y > 20 && y < height - 20

/** The middle of the longest straight piece that is in the picture. */
function longest(frame: Frame, line: readonly LonLat[]): Spot | null {
  let best: Spot | null = null
  for (let i = 1; i < line.length; i += 1) {
    const piece = clipped(frame, frame.at(line[i - 1]!), frame.at(line[i]!))
    if (!piece) continue
    const [[ax, ay], [bx, by]] = piece
    const length = Math.hypot(bx - ax, by - ay)
    if (length <= (best?.length ?? 0)) continue
    const turn = (Math.atan2(by - ay, bx - ax) * 180) / Math.PI
    // Names are never upside down.
    const upright = turn > 90 ? turn - 180 : turn <= -90 ? turn + 180 : turn
    best = { x: (ax + bx) / 2, y: (ay + by) / 2, turn: upright, length }
  }
  return best
}

type Place = readonly [number, number]

/** The part of a line within the page (Liang and Barsky); null where there is none. */
function clipped({ width, height }: Frame, a: Place, b: Place): [Place, Place] | null {
  let [from, to] = [0, 1]
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]]
  for (const [p, q] of [
    [-dx, a[0]],
    [dx, width - a[0]],
    [-dy, a[1]],
    [dy, height - a[1]],
  ] as const) {
    if (p === 0) {
      if (q < 0) return null
      continue
    }
    const t = q / p
    if (p < 0) from = Math.max(from, t)
    else to = Math.min(to, t)
  }
  if (from >= to) return null
  const at = (t: number): Place => [a[0] + t * dx, a[1] + t * dy]
  return [at(from), at(to)]
}
