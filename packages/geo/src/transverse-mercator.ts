import type { Position } from './bbox.ts'

export interface TransverseMercator {
  /** Degrees. */
  centralMeridian: number
  scale: number
  /** Metres. */
  falseEasting: number
  /** Metres. */
  falseNorthing: number
}

const radians = Math.PI / 180

/** GRS 80. */
const a = 6_378_137
const f = 1 / 298.257222101
const e2 = f * (2 - f)
const n = f / (2 - f)
const meanRadius = (a / (1 + n)) * (1 + n ** 2 / 4 + n ** 4 / 64)

/** Conformal latitude from geodetic: coefficients of sin², sin⁴, ... */
const A = e2
const B = (5 * e2 ** 2 - e2 ** 3) / 6
const C = (104 * e2 ** 3 - 45 * e2 ** 4) / 120
const D = (1237 * e2 ** 4) / 1260

const beta = [
  n / 2 - (2 / 3) * n ** 2 + (5 / 16) * n ** 3 + (41 / 180) * n ** 4,
  (13 / 48) * n ** 2 - (3 / 5) * n ** 3 + (557 / 1440) * n ** 4,
  (61 / 240) * n ** 3 - (103 / 140) * n ** 4,
  (49561 / 161280) * n ** 4,
] as const

const delta = [
  n / 2 - (2 / 3) * n ** 2 + (37 / 96) * n ** 3 - (1 / 360) * n ** 4,
  (1 / 48) * n ** 2 + (1 / 15) * n ** 3 - (437 / 1440) * n ** 4,
  (17 / 480) * n ** 3 - (37 / 840) * n ** 4,
  (4397 / 161280) * n ** 4,
] as const

const A1 = e2 + e2 ** 2 + e2 ** 3 + e2 ** 4
const B1 = -(7 * e2 ** 2 + 17 * e2 ** 3 + 30 * e2 ** 4) / 6
const C1 = (224 * e2 ** 3 + 889 * e2 ** 4) / 120
const D1 = -(4279 * e2 ** 4) / 1260

/**
 * Gauss-Krüger's series to the fourth order, exact to under a millimetre in Sweden.
 * Source: Lantmäteriet, "Gauss Conformal Projection (Transverse Mercator), Krüger's formulas".
 */
export function transverseMercator(system: TransverseMercator) {
  const meridian = system.centralMeridian * radians
  const radius = system.scale * meanRadius
  return {
    /** [lon, lat] in degrees to [easting, northing] in metres. */
    fromWgs84([lon, lat]: Position): Position {
      const sin = Math.sin(lat * radians)
      const s2 = sin * sin
      const conformal = lat * radians - sin * Math.cos(lat * radians) * (A + s2 * (B + s2 * (C + s2 * D)))
      const dLon = lon * radians - meridian
      const xi = Math.atan2(Math.tan(conformal), Math.cos(dLon))
      const eta = Math.atanh(Math.cos(conformal) * Math.sin(dLon))
      const [dXi, dEta] = series(beta, xi, eta)
      return [radius * (eta + dEta) + system.falseEasting, radius * (xi + dXi) + system.falseNorthing]
    },
    /** [easting, northing] in metres to [lon, lat] in degrees. */
    toWgs84([easting, northing]: Position): Position {
      const xi = (northing - system.falseNorthing) / radius
      const eta = (easting - system.falseEasting) / radius
      const [dXi, dEta] = series(delta, xi, eta)
      const conformal = Math.asin(Math.sin(xi - dXi) / Math.cosh(eta - dEta))
      const dLon = Math.atan2(Math.sinh(eta - dEta), Math.cos(xi - dXi))
      const sin = Math.sin(conformal)
      const s2 = sin * sin
      const lat = conformal + sin * Math.cos(conformal) * (A1 + s2 * (B1 + s2 * (C1 + s2 * D1)))
      return [(meridian + dLon) / radians, lat / radians]
    },
  }
}

function series(coefficients: readonly number[], xi: number, eta: number): Position {
  let dXi = 0
  let dEta = 0
  coefficients.forEach((coefficient, i) => {
    const k = 2 * (i + 1)
    dXi += coefficient * Math.sin(k * xi) * Math.cosh(k * eta)
    dEta += coefficient * Math.cos(k * xi) * Math.sinh(k * eta)
  })
  return [dXi, dEta]
}
