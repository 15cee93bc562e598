import type { Position } from '@trygghetskartan/geo'
import type { Cluster } from '../clusters.ts'
import type { KnoxCell } from '../knox-table.ts'
import type { RepeatedPlace } from '../repeat-places.ts'
import type { AnswerTo } from './answer.ts'
import type { AnalysisQuestion, QuestionOf } from './question.ts'
import type { SavedResult } from './reproduce.ts'
import type { AnalysisTable, Cell, Shape } from './table-of.ts'

type Other = Exclude<AnalysisQuestion, { kind: 'hotspots' | 'trend' | 'change' }>

/** Results that are no cells, as tables. */
export function plainRows(question: Other, result: SavedResult): AnalysisTable {
  switch (question.kind) {
    case 'knox':
      return knoxRows(question, result.table as KnoxCell[][])
    case 'clusters':
      return clusterRows(result.clusters as Cluster[])
    case 'places':
      return placeRows(result.list as RepeatedPlace[])
    case 'hours':
      return {
        columns: ['weekday', 'hour', 'incidents'],
        rows: (result.weights as number[]).map((weight, at) => [Math.floor(at / 24) + 1, at % 24, weight]),
        shapes: null,
      }
    case 'prediction':
      return foldRows(result.folds as AnswerTo<'prediction'>['folds'])
    case 'effect':
      return { columns: ['figure', 'value'], rows: figuresOf(result), shapes: null }
  }
}

/** Bands from an edge up to the next; the last has no end. */
function knoxRows(
  { parameters }: QuestionOf<'knox'>,
  table: readonly (readonly KnoxCell[])[],
): AnalysisTable {
  const { distances, days } = parameters
  const rows = table.flatMap((row, i) =>
    row.map(({ observed, expected, simulated, ratio, p }, j): Cell[] => [
      ...[distances[i]!, distances[i + 1] ?? null, days[j]!, days[j + 1] ?? null],
      ...[observed, expected, simulated, ratio, p],
    ]),
  )
  const bands = ['metres_from', 'metres_to', 'days_from', 'days_to']
  return { columns: [...bands, 'observed', 'expected', 'simulated', 'ratio', 'p'], rows, shapes: null }
}

function clusterRows(clusters: readonly Cluster[]): AnalysisTable {
  const day = (number: number) => new Date(number * 86_400_000).toISOString().slice(0, 10)
  return {
    columns: ['cluster', 'incidents', 'east', 'north', 'first_day', 'last_day'],
    rows: clusters.map(({ incidents, x, y, days }, at) => [
      ...[at + 1, incidents, round(x), round(y)],
      ...(days ? days.map(day) : [null, null]),
    ]),
    shapes: clusters.map(({ hull }): Shape => {
      const corners = hull.map(([x, y]): Position => [x, y])
      if (corners.length === 1) return { type: 'Point', coordinates: corners[0]! }
      if (corners.length === 2) return { type: 'LineString', coordinates: corners }
      return { type: 'Polygon', coordinates: [[...corners, corners[0]!]] }
    }),
  }
}

const placeRows = (places: readonly RepeatedPlace[]): AnalysisTable => ({
  columns: ['place', 'incidents', 'east', 'north'],
  rows: places.map(({ x, y, incidents }, at) => [at + 1, incidents, round(x), round(y)]),
  shapes: places.map(({ x, y }): Shape => ({ type: 'Point', coordinates: [x, y] })),
})

function foldRows(folds: AnswerTo<'prediction'>['folds']): AnalysisTable {
  const when = (minute: number) => new Date(minute * 60_000).toISOString().slice(0, 16)
  return {
    columns: [
      ...['past_from', 'split', 'next_until', 'past', 'next', 'area_share', 'hits', 'held', 'pai', 'pei'],
      'not_judged',
    ],
    rows: folds.flatMap(({ fold, past, next, accuracy }) => {
      const own = [when(fold.from), when(fold.split), when(fold.until), past, next]
      if ('refused' in accuracy) return [[...own, null, null, null, null, null, accuracy.text.sv]]
      return accuracy.map(({ area, hits, held, pai, pei }) => [...own, area, hits, held, pai, pei, null])
    }),
    shapes: null,
  }
}

/** Every number of a result by its path. */
function figuresOf(result: SavedResult, path = ''): Cell[][] {
  return Object.entries(result).flatMap(([key, value]): Cell[][] => {
    const name = path === '' ? key : `${path}.${key}`
    if (key === 'remarks') return []
    if (typeof value === 'object' && value !== null) return figuresOf(value as SavedResult, name)
    return [[name, value as Cell]]
  })
}

const round = (metres: number): number => Math.round(metres * 100) / 100
