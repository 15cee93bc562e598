import { intensityAt, type Luminaire } from './photometry.ts'

/** The mean of a luminaire's planes in every direction, each by the angle it stands for; its lumens stay. */
export function allRound(luminaire: Luminaire): Luminaire {
  const { planes, gammas, candela } = luminaire
  const count = planes.length
  const weight = (p: number) => {
    const before = p > 0 ? planes[p - 1]! : planes[count - 1]! - 360
    const after = p < count - 1 ? planes[p + 1]! : planes[0]! + 360
    return (after - before) / 720
  }
  const mean = gammas.map((_, g) =>
    planes.reduce((sum, __, p) => sum + weight(p) * candela[p * gammas.length + g]!, 0),
  )
  return { ...luminaire, planes: Float64Array.of(0), candela: mean }
}

/** A luminaire that lights both ways alike: the mean of it and of itself turned half round. Its lumens stay. */
export function bothWays(luminaire: Luminaire): Luminaire {
  const { gammas } = luminaire
  const turned = [...luminaire.planes].flatMap((c) => [c, (c + 180) % 360])
  const planes = Float64Array.from(new Set(turned)).sort()
  const candela = Float64Array.from({ length: planes.length * gammas.length }, (_, i) => {
    const c = planes[Math.floor(i / gammas.length)]!
    const gamma = gammas[i % gammas.length]!
    return (intensityAt(luminaire, c, gamma) + intensityAt(luminaire, (c + 180) % 360, gamma)) / 2
  })
  return { ...luminaire, planes, candela }
}
