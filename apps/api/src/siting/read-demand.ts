import type { Audience } from '@trygghetskartan/layers'
import type { Box, Demand, IncidentCell, SurveyArea } from '@trygghetskartan/siting'
import type { Sql } from '../database/database.ts'
import {
  readReports,
  readRest,
  readSquares,
  readSurveys,
  readToday,
  type SquareRow,
  type SurveyRow,
} from '../queries/demand.ts'
import { polygonsOf } from './shapes.ts'

/** What has happened and been said in a box: the same to planners and police, with police events as counts. */
export async function readDemand(sql: Sql, audience: Audience, box: Box): Promise<Demand> {
  const incidents = (await readSquares(sql, audience, box)).map(cellOf)
  return {
    box,
    asOf: await readToday(sql),
    reports: await readReports(sql, audience, box),
    incidents: incidents.sort((a, b) => (a.id < b.id ? -1 : 1)),
    leftOut: await readRest(sql, audience),
    surveys: (await readSurveys(sql, audience, box)).flatMap(surveysOf),
  }
}

const round = (degrees: number): number => Math.round(degrees * 1e7) / 1e7

/** Kinds without events are left out. */
function cellOf({ row, column, bounds, n, kinds, blocks, quarters }: SquareRow): IncidentCell {
  const [west, south, east, north] = bounds.map(round) as [number, number, number, number]
  return {
    id: `${row}-${column}`,
    ring: [
      [west, south],
      [east, south],
      [east, north],
      [west, north],
      [west, south],
    ],
    n,
    kinds: Object.fromEntries(
      Object.entries(kinds)
        .filter(([, count]) => count > 0)
        .sort(([a], [b]) => (a < b ? -1 : 1)),
    ),
    blocks,
    quarters,
  }
}

const surveysOf = ({ geometry, ...survey }: SurveyRow): SurveyArea[] =>
  polygonsOf(geometry).map((rings) => ({ ...survey, rings }))
