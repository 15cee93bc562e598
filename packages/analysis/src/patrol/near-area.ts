import type { Position } from '@trygghetskartan/geo'
import { boxOfArea, type StudyArea } from '../area/study-area.ts'

/** Whether places lie within so many metres of an area's outline, on either side of it. */
export const nearOutline = ({ polygons }: StudyArea, reach: number): ((x: number, y: number) => boolean) =>
  nearLines(polygons.flat(), reach)

/** Whether places lie within so many metres of any of the lines. */
export function nearLines(
  lines: readonly (readonly Position[])[],
  reach: number,
): (x: number, y: number) => boolean {
  const [west, south, east, north] = boxOfArea({ srid: 0, polygons: lines.map((line) => [line]) })
  const sides = lines.flatMap((line) => line.slice(1).map((to, i) => [line[i]!, to] as const))
  return (x, y) =>
    x >= west - reach &&
    x <= east + reach &&
    y >= south - reach &&
    y <= north + reach &&
    sides.some(([from, to]) => squaredTo(from, to, x, y) <= reach ** 2)
}

/** Square of the distance from a place to a stretch. */
function squaredTo([ax, ay]: Position, [bx, by]: Position, x: number, y: number): number {
  const [dx, dy] = [bx - ax, by - ay]
  const length = dx * dx + dy * dy
  const along = length > 0 ? Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / length)) : 0
  return (ax + along * dx - x) ** 2 + (ay + along * dy - y) ** 2
}
