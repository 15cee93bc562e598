import type { ReportGeometry } from '@trygghetskartan/api/contract-reports'

/** Somewhere on or in a shape, for a map to open at: degrees. */
export function middleOf(geometry: ReportGeometry): [number, number] {
  const points =
    geometry.type === 'Point'
      ? [geometry.coordinates]
      : geometry.type === 'LineString'
        ? geometry.coordinates
        : geometry.coordinates[0]!
  const middle = (axis: 0 | 1) => {
    const all = points.map((point) => point[axis]!)
    return (Math.min(...all) + Math.max(...all)) / 2
  }
  return [middle(0), middle(1)]
}
