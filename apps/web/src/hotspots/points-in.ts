import { type IncidentColumns, placeIn, precisions, selectIncidents } from '@trygghetskartan/analysis'
import { fromWgs84, isRefusal } from '@trygghetskartan/geo'
import type { Feature } from 'geojson'
import { filterOf } from './analysis-of.ts'
import { areaOf } from './area-of.ts'
import { degreesOf } from './degrees.ts'
import type { Box, HotspotQuestion } from './hotspot-protocol.ts'

/** No more are drawn one by one. */
const most = 2000

/** The incidents of a question in a box of the map, one by one, with how well their places are known. */
export function pointsIn(
  incidents: IncidentColumns,
  question: HotspotQuestion,
  box: Box,
): readonly Feature[] {
  const { srid, x, y, kind, kinds, precision } = incidents
  const selection = selectIncidents(incidents, filterOf(question))
  if (isRefusal(selection)) return []
  const isIn = placeIn(areaOf(incidents, question))
  const corners = [
    [box[0], box[1]],
    [box[2], box[1]],
    [box[2], box[3]],
    [box[0], box[3]],
  ].map(([lon, lat]) => fromWgs84(srid, [lon!, lat!]))
  const [west, east] = [Math.min(...corners.map(([e]) => e)), Math.max(...corners.map(([e]) => e))]
  const [south, north] = [Math.min(...corners.map(([, n]) => n)), Math.max(...corners.map(([, n]) => n))]
  const features: Feature[] = []
  for (const row of selection.rows) {
    const [east0, north0] = [x[row]!, y[row]!]
    if (east0 < west || east0 > east || north0 < south || north0 > north || !isIn(east0, north0)) continue
    features.push({
      type: 'Feature',
      geometry: { type: 'Point', coordinates: [...degreesOf(srid, [east0, north0])] },
      properties: { kind: kinds[kind[row]!]!, precision: precisions[precision[row]!]! },
    })
    if (features.length >= most) break
  }
  return features
}
