import type { MountingPlace } from './facade-places.ts'
import { mayStand, type Site, streetName } from './site.ts'

/** Metres from the middle of a junction to a new pole, beyond half the street. Assumption of this project. */
const beside = 0.7
/** Nearer to a lamp no new pole is raised, metres. Assumption of this project. */
const lampNear = 12

/** Lamps that carry a camera at its height: those on walls and wires, and lower ones, do not. */
export function lampPlaces(site: Site, height: number): MountingPlace[] {
  return site.town.lamps.flatMap((lamp, at) => {
    if (/wall|wire|suspen|caten|ground|bollard|ceiling/i.test(lamp.mount ?? '')) return []
    if (lamp.height !== undefined && lamp.height < height) return []
    if (!mayStand(site, lamp.x, lamp.y)) return []
    const { x, y } = lamp
    const id = `lamp-${at}`
    return [
      {
        id,
        x,
        y,
        constraint: 'lamp' as const,
        place: streetName(site.town, x, y),
        facing: 0,
        aside: 180,
        group: id,
      },
    ]
  })
}

/** New poles beside junctions of streets and paths that have no lamp to carry a camera. */
export function polePlaces(site: Site): MountingPlace[] {
  const { town } = site
  const junctions = new Map<string, { x: number; y: number; degree: number; half: number }>()
  for (const { line, width, covered } of town.streets) {
    if (covered) continue
    line.forEach(([x, y], k) => {
      const key = `${x.toFixed(2)} ${y.toFixed(2)}`
      const known = junctions.get(key) ?? { x, y, degree: 0, half: 0 }
      known.degree += k === 0 || k === line.length - 1 ? 1 : 2
      known.half = Math.max(known.half, width / 2)
      junctions.set(key, known)
    })
  }
  return [...junctions.values()].flatMap(({ x, y, degree, half }, at) => {
    if (degree < 3) return []
    if (town.lamps.some((lamp) => Math.hypot(lamp.x - x, lamp.y - y) < lampNear)) return []
    const out = (half + beside) * Math.SQRT1_2
    const corner = [
      [out, out],
      [-out, out],
      [-out, -out],
      [out, -out],
    ].find(([dx, dy]) => mayStand(site, x + dx!, y + dy!))
    if (!corner) return []
    const px = x + corner[0]!
    const py = y + corner[1]!
    const id = `pole-${at}`
    return [
      {
        id,
        x: px,
        y: py,
        constraint: 'pole' as const,
        place: streetName(town, px, py),
        facing: 0,
        aside: 180,
        group: id,
      },
    ]
  })
}
