import type { Geometry, Position } from 'geojson'
import { plan as words } from '../messages/plan.ts'
import { useText } from '../messages/text.ts'
import styles from './conflict-dialog.module.css'

const width = 320
const height = 180
const margin = 22

/** Two shapes of one object on the same ground, north up: mine with a solid line, theirs dashed. */
export function ShapePair({ mine, theirs }: { readonly mine: Geometry; readonly theirs: Geometry }) {
  const t = useText()
  const place = fit([...positionsOf(mine), ...positionsOf(theirs)])
  return (
    <figure className={styles.shapes}>
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={t(words.shapesCaption)}>
        <Shape geometry={theirs} place={place} className={styles.theirs} />
        <Shape geometry={mine} place={place} className={styles.mine} />
      </svg>
      <figcaption>{t(words.shapesCaption)}</figcaption>
    </figure>
  )
}

type Place = (position: Position) => readonly [number, number]

function Shape({
  geometry,
  place,
  className,
}: {
  geometry: Geometry
  place: Place
  className: string | undefined
}) {
  if (geometry.type === 'Point') {
    const [cx, cy] = place(geometry.coordinates)
    return <circle className={className} cx={cx} cy={cy} r={8} />
  }
  const paths = pathsOf(geometry).map(
    (path) =>
      `M${path
        .map((position) =>
          place(position)
            .map((n) => n.toFixed(1))
            .join(' '),
        )
        .join('L')}`,
  )
  const isArea = geometry.type === 'Polygon' || geometry.type === 'MultiPolygon'
  return (
    <path className={className} d={paths.join('')} fill={isArea ? undefined : 'none'} fillRule="evenodd" />
  )
}

function pathsOf(geometry: Geometry): Position[][] {
  switch (geometry.type) {
    case 'Point':
      return [[geometry.coordinates]]
    case 'MultiPoint':
      return geometry.coordinates.map((position) => [position])
    case 'LineString':
      return [geometry.coordinates]
    case 'MultiLineString':
    case 'Polygon':
      return geometry.coordinates
    case 'MultiPolygon':
      return geometry.coordinates.flat()
    case 'GeometryCollection':
      return geometry.geometries.flatMap(pathsOf)
  }
}

const positionsOf = (geometry: Geometry) => pathsOf(geometry).flat()

/** Places positions in the picture with the same scale both ways; a metre east is shorter in degrees than one north. */
function fit(positions: readonly Position[]): Place {
  const narrow = Math.cos(((positions[0]?.[1] ?? 0) * Math.PI) / 180)
  const xs = positions.map(([lon = 0]) => lon * narrow)
  const ys = positions.map(([, lat = 0]) => lat)
  const [west, east, south, north] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)]
  const scale = Math.min(
    (width - 2 * margin) / (east - west || 1e-5),
    (height - 2 * margin) / (north - south || 1e-5),
  )
  return ([lon = 0, lat = 0]) => [
    width / 2 + (lon * narrow - (west + east) / 2) * scale,
    height / 2 - (lat - (south + north) / 2) * scale,
  ]
}
