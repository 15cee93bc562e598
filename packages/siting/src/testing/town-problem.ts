import { seeded } from '../coverage/local-search.ts'
import type { CoverageProblem } from '../coverage/problem.ts'

export interface TownShape {
  readonly points: number
  readonly sites: number
  readonly most: number
  readonly seed: number
  /** Cover that falls with the distance instead of whole cover within 100 m. */
  readonly gradual?: boolean
}

/**
 * A made-up town of 3 km by 3 km: three quarters of demand and sites about thirty centres of unequal
 * size, the rest anywhere; weights 1 to 5; reach 100 m. The same shape always gives the same town.
 */
export function townProblem({ points, sites, most, seed, gradual = false }: TownShape): CoverageProblem {
  const random = seeded(seed)
  const side = 3000
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
  const centres = Array.from({ length: 30 }, () => ({
    x: random() * side,
    y: random() * side,
    spread: 40 + random() * 200,
  }))
  const place = () => {
    if (random() < 0.25) return { x: random() * side, y: random() * side }
    const { x, y, spread } = centres[Math.floor(random() * centres.length)]!
    return { x: x + normal() * spread, y: y + normal() * spread }
  }
  const demandPlaces = Array.from({ length: points }, place)
  const candidates = Array.from({ length: sites }, (_, at) => ({
    id: `site ${at}`,
    kind: 'camera',
    ...place(),
    investment: 20_000 + Math.floor(random() * 9) * 5000,
    yearly: 5000,
  }))
  const starts = [0]
  const indices: number[] = []
  const shares: number[] = []
  for (const site of candidates) {
    demandPlaces.forEach(({ x, y }, point) => {
      const metres = Math.hypot(x - site.x, y - site.y)
      if (metres > 100) return
      indices.push(point)
      shares.push(!gradual || metres <= 50 ? 1 : metres <= 75 ? 0.6 : 0.3)
    })
    starts.push(indices.length)
  }
  return {
    demand: Float64Array.from(demandPlaces, () => 1 + Math.floor(random() * 5)),
    candidates,
    cover: {
      starts: Int32Array.from(starts),
      indices: Int32Array.from(indices),
      shares: Float64Array.from(shares),
    },
    rules: { most },
  }
}
