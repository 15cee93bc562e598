import { metresBetween, type Position } from '@trygghetskartan/geo'
import type { Text } from '@trygghetskartan/layers'
import type { Geometry } from 'geojson'
import type { NewReport, ReportGeometry } from '../contract-reports.ts'
import { ProblemError } from '../errors.ts'
import { refusePersons } from '../no-persons.ts'
import { checkShape } from '../validation.ts'
import { isReceiptCode } from './receipt-code.ts'

const mostPoints = 200
const longest = 2000
/** Square metres: 0.25 km². */
const largest = 250_000

/** Degrees: west, south, east, north. */
type Bounds = readonly [number, number, number, number]

/** Throws `invalid` with what is wrong, in words for who reports. */
export function checkReport({ geometry, words, receipt }: NewReport, bounds: Bounds): void {
  checkReportedShape(geometry, bounds)
  refusePersons({ words })
  if (!isReceiptCode(receipt))
    throw refused('receipt', {
      sv: 'Kvittokoden ska vara 20 tecken, siffror och bokstäver utan I, L, O och U.',
      en: 'The code of the receipt is 20 characters, figures and letters without I, L, O and U.',
    })
}

/** A point, a stretch or an area of a size that one can speak of as one place, inside the municipality. */
export function checkReportedShape(geometry: ReportGeometry, [west, south, east, north]: Bounds): void {
  const points = pointsOf(geometry)
  if (points.length === 0)
    throw refused('geometry', { sv: 'Peka ut en plats på kartan.', en: 'Point out a place on the map.' })
  if (points.length > mostPoints)
    throw refused('geometry', {
      sv: `Det är för många punkter: ${points.length}. Högst ${mostPoints} tas emot. Rita enklare.`,
      en: `There are too many points: ${points.length}. At most ${mostPoints} are taken. Draw it simpler.`,
    })
  checkShape(['Point', 'LineString', 'Polygon'], geometry)
  if (points.some(([lon, lat]) => lon < west || lon > east || lat < south || lat > north))
    throw refused('geometry', {
      sv: 'Platsen ligger utanför kommunen.',
      en: 'The place lies outside the municipality.',
    })
  if (geometry.type === 'LineString' && lengthOf(points) > longest)
    throw refused('geometry', {
      sv: 'Sträckan är längre än 2 km. Dela upp den i flera rapporter.',
      en: 'The stretch is longer than 2 km. Make several reports of it.',
    })
  if (geometry.type === 'Polygon' && areaOf(points) > largest)
    throw refused('geometry', {
      sv: 'Området är större än 0,25 km². Rita det mindre.',
      en: 'The area is larger than 0.25 km². Draw it smaller.',
    })
}

const refused = (field: string, message: Text) =>
  new ProblemError('invalid', message, { errors: [{ field, message }] })

function pointsOf(geometry: Geometry): Position[] {
  if (geometry.type === 'Point') return [geometry.coordinates as Position]
  if (geometry.type === 'LineString') return geometry.coordinates as Position[]
  // What is of another kind is refused by its kind.
  return 'coordinates' in geometry ? (geometry.coordinates.flat() as Position[]) : []
}

const lengthOf = (points: readonly Position[]): number =>
  points.slice(1).reduce((sum, point, i) => sum + metresBetween(points[i]!, point), 0)

/** Square metres inside a ring, on the plane that touches the Earth at its first corner. */
function areaOf(ring: readonly Position[]): number {
  const [origin] = ring as [Position]
  const scale = Math.cos((origin[1] * Math.PI) / 180)
  const metres = 111_195
  const flat = ring.map(
    ([lon, lat]) => [(lon - origin[0]) * scale * metres, (lat - origin[1]) * metres] as const,
  )
  const twice = flat.slice(1).reduce((sum, [x, y], i) => sum + flat[i]![0] * y - x * flat[i]![1], 0)
  return Math.abs(twice) / 2
}
