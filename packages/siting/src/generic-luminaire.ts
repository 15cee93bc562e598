import { isRefusal } from '@trygghetskartan/geo'
import { type Luminaire, lumensOf, luminaireOf } from './photometry.ts'

/**
 * A road luminaire made up by this project, so that light can be reckoned without a manufacturer's file: wide along the
 * street (most light 65° up along it), narrow across, more towards the street than behind, none above the horizon.
 * Its candela are scaled so that exactly `lumens` come out of it. Throws RangeError unless that is a positive number.
 */
export function genericRoadLuminaire(lumens: number): Luminaire {
  if (!(lumens > 0 && lumens < 1e7)) throw new RangeError('The flux is not a positive number of lumens')
  const planes = Float64Array.from({ length: 36 }, (_, p) => 10 * p)
  const gammas = Float64Array.from({ length: 37 }, (_, g) => 2.5 * g)
  const shape = new Float64Array(planes.length * gammas.length)
  planes.forEach((c, p) => {
    const along = Math.cos((c * Math.PI) / 180) ** 2
    const towards = Math.sin((c * Math.PI) / 180)
    const peak = 35 + 30 * along
    gammas.forEach((gamma, g) => {
      const lobe = 0.3 + (0.4 + 0.6 * along) * Math.exp(-(((gamma - peak) / 18) ** 2))
      // Straight down every plane must say the same.
      const aside = 1 + (gamma / 90) * (towards > 0 ? 0.15 : 0.5) * towards
      const edge = Math.min(1, Math.max(0, (90 - gamma) / 15))
      const base = Math.min(1, gamma / 20)
      shape[p * gammas.length + g] = (0.45 * (1 - base) + lobe * aside * base) * edge
    })
  })
  const whole = lumensOf(planes, gammas, shape)
  const made = luminaireOf({
    name: 'Trygghetskartan, allmän vägarmatur',
    source: 'generic',
    planes,
    gammas,
    candela: shape.map((value) => (value * lumens) / whole),
    lampFlux: lumens,
    declaredOutput: lumens,
    power: null,
  })
  if (isRefusal(made)) throw new RangeError(made.text.en)
  return made
}
