import {
  type AnalysisQuestion,
  type AnswerTo,
  type CellFigures,
  type Density,
  type Grid,
  gridNeighbours,
  gridOver,
  type PeriodChange,
  type Segments,
  segmentNeighbours,
  trendClasses,
} from '@trygghetskartan/analysis'
import { isRefusal } from '@trygghetskartan/geo'
import type { Feature } from 'geojson'
import { cellFeatures, cellsOf } from './cells.ts'
import { boxAbout, degreesOf } from './degrees.ts'
import type { GiClass } from './gi-ramp.ts'
import type {
  CellsFigure,
  ClustersFigure,
  DensityFigure,
  PlacesFigure,
  Spot,
  TrendFigure,
} from './hotspot-protocol.ts'
import type { Place } from './hotspot-view.ts'
import { groupsOf, mostSpots, spotOf } from './spots.ts'

type CellsQuestion = Extract<AnalysisQuestion, { kind: 'trend' | 'change' }>

/** What a map and a list show of an answer about hotspots. */
export function hotspotsFigure(
  { figures }: AnswerTo<'hotspots'>,
  suggested: boolean,
): CellsFigure | DensityFigure {
  if (figures.kind === 'density') return densityFigure(figures.density, suggested)
  return 'metres' in figures.cells
    ? streetsFigure(figures, figures.cells)
    : cellsFigure(figures, figures.cells)
}

function cellsFigure(figures: CellFigures, grid: Grid): CellsFigure {
  const { classes } = figures
  const cells = cellsOf(grid)
  const neighbours = gridNeighbours(grid, 'adjacent')
  const groups = isRefusal(neighbours) ? [] : groupsOf(figures, neighbours)
  return {
    kind: 'cells',
    of: 'cells',
    cells: grid.length,
    classes: sizesOf(classes),
    features: cellFeatures(cells, drawn(classes), (at) => ({ c: classes[at]! })),
    spots: groups.slice(0, mostSpots).map((group) => spotOf(cells, group, figures)),
  }
}

/** Cells that are of a class: what is not told from chance is left uncoloured, so that it does not speak. */
const drawn = (classes: Int8Array): number[] => [...classes.keys()].filter((at) => classes[at] !== 0)

function sizesOf(classes: Int8Array): CellsFigure['classes'] {
  const sizes: Partial<Record<GiClass, number>> = {}
  for (const one of classes) sizes[one as GiClass] = (sizes[one as GiClass] ?? 0) + 1
  return sizes
}

function streetsFigure({ classes, counts, statistic, p, q }: CellFigures, segments: Segments): CellsFigure {
  const { srid, length, start, corners, metres } = segments
  const lines = new Map<number, readonly Place[]>()
  const lineOf = (segment: number): readonly Place[] => {
    const held = lines.get(segment)
    if (held) return held
    const line: Place[] = []
    for (let k = start[segment]!; k < start[segment + 1]!; k++)
      line.push(degreesOf(srid, [corners[2 * k]!, corners[2 * k + 1]!]))
    lines.set(segment, line)
    return line
  }
  const all = counts.reduce((sum, one) => sum + one, 0)
  const long = metres.reduce((sum, one) => sum + one, 0)
  const groups = groupsOf({ classes, counts, statistic }, segmentNeighbours(segments))
  return {
    kind: 'cells',
    of: 'streets',
    cells: length,
    classes: sizesOf(classes),
    features: drawn(classes).map((at) => ({
      type: 'Feature',
      geometry: { type: 'LineString', coordinates: lineOf(at) as unknown as [number, number][] },
      properties: { c: classes[at]! },
    })),
    spots: groups.slice(0, mostSpots).map((group): Spot => {
      const surest = group.reduce((best, one) => (statistic[one]! > statistic[best]! ? one : best))
      const line = lineOf(surest)
      return {
        at: middleOf(line),
        box: boxAbout(group.flatMap(lineOf)),
        cells: group.length,
        n: group.reduce((sum, one) => sum + counts[one]!, 0),
        expected: (all / long) * group.reduce((sum, one) => sum + metres[one]!, 0),
        z: statistic[surest]!,
        p: p[surest]!,
        q: q[surest]!,
        level: classes[surest]!,
      }
    }),
  }
}

/** About the middle of a line: between its middle corners. */
function middleOf(line: readonly Place[]): Place {
  const [a, b] = [line[Math.ceil(line.length / 2) - 1]!, line[Math.floor(line.length / 2)]!]
  return [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2]
}

function densityFigure(density: Density, suggested: boolean): DensityFigure {
  const { srid, west, south, step, columns, rows, values, mean, most, bandwidth } = density
  // The root brings out what is small: few squares hold most.
  const levels = Uint8Array.from(values, (value) =>
    value > 0 && most > 0 ? Math.max(1, Math.round(255 * Math.sqrt(value / most))) : 0,
  )
  const corner = (x: number, y: number) => degreesOf(srid, [west + x * step, south + y * step])
  return {
    kind: 'density',
    columns,
    rows,
    levels,
    corners: [corner(0, rows), corner(columns, rows), corner(columns, 0), corner(0, 0)],
    mean,
    most,
    bandwidth,
    suggested,
  }
}

export function trendFigure(
  { classes, sizes, periods, tested, z, p }: AnswerTo<'trend'>,
  { area, cells: choice }: CellsQuestion,
  counts: Float64Array,
): TrendFigure | null {
  const grid = gridOver(area, choice)
  if (isRefusal(grid)) return null
  const cells = cellsOf(grid)
  const told = new Set(
    ['new', 'growing', 'fading', 'persistent'].map((name) => trendClasses.indexOf(name as 'new')),
  )
  const shown = [...classes.keys()].filter((at) => told.has(classes[at]!))
  // New and growing first, each with most. What goes on as before is drawn, not listed.
  const order = ['new', 'growing', 'fading'].map((name) => trendClasses.indexOf(name as 'new'))
  const ranked = shown
    .filter((at) => order.includes(classes[at]!))
    .toSorted((a, b) => order.indexOf(classes[a]!) - order.indexOf(classes[b]!) || counts[b]! - counts[a]!)
  return {
    kind: 'trend',
    cells: grid.length,
    tested,
    periods,
    sizes,
    features: cellFeatures(cells, shown, (at) => ({ c: classes[at]! })),
    spots: ranked.slice(0, mostSpots).map((at) => ({
      at: degreesOf(grid.srid, [grid.x[at]!, grid.y[at]!]),
      box: boxAbout(cells.ring(at)),
      cells: 1,
      n: counts[at]!,
      expected: null,
      z: z[at]!,
      p: p[at]!,
      q: null,
      level: classes[at]!,
    })),
  }
}

/** Cells with more or fewer than the period before, by how sure that is. */
export function changeFigure(
  { classes, p, ratio }: PeriodChange,
  { area, cells: choice }: CellsQuestion,
  counts: Float64Array,
): CellsFigure | null {
  const grid = gridOver(area, choice)
  if (isRefusal(grid)) return null
  const cells = cellsOf(grid)
  const told = [...classes.keys()].filter((at) => classes[at] !== 0)
  const ranked = told.toSorted((a, b) => Math.sign(classes[b]!) - Math.sign(classes[a]!) || p[a]! - p[b]!)
  return {
    kind: 'cells',
    of: 'cells',
    cells: grid.length,
    classes: sizesOf(classes),
    features: cellFeatures(cells, drawn(classes), (at) => ({ c: classes[at]! })),
    spots: ranked.slice(0, mostSpots).map((at) => ({
      at: degreesOf(grid.srid, [grid.x[at]!, grid.y[at]!]),
      box: boxAbout(cells.ring(at)),
      cells: 1,
      n: counts[at]!,
      expected: ratio[at]! > 0 ? counts[at]! / ratio[at]! : 0,
      z: null,
      p: p[at]!,
      q: null,
      level: classes[at]!,
    })),
  }
}

export function clustersFigure({ clusters, alone, parameters, srid }: AnswerTo<'clusters'>): ClustersFigure {
  const outlines = clusters.map(({ hull }) => hull.map(([x, y]) => degreesOf(srid, [x, y])))
  return {
    kind: 'clusters',
    distance: parameters.distance,
    least: parameters.least,
    alone,
    features: outlines.flatMap((outline, i): Feature[] =>
      outline.length < 3
        ? []
        : [
            {
              type: 'Feature',
              geometry: {
                type: 'Polygon',
                coordinates: [[...outline, outline[0]!] as unknown as [number, number][]],
              },
              properties: { c: 0, n: clusters[i]!.incidents },
            },
          ],
    ),
    spots: clusters.slice(0, mostSpots).map(({ x, y, incidents }, i) => {
      const at = degreesOf(srid, [x, y])
      return { ...untested, at, box: boxAbout([at, ...outlines[i]!]), n: incidents }
    }),
  }
}

export function placesFigure({
  list,
  places,
  repeated,
  atRepeated,
  expectedAtRepeated,
  held,
  parameters,
  srid,
}: AnswerTo<'places'>): PlacesFigure {
  const spots = list.map(({ x, y, incidents }): Spot => {
    const at = degreesOf(srid, [x, y])
    return { ...untested, at, box: boxAbout([at]), n: incidents }
  })
  return {
    kind: 'places',
    places,
    repeated,
    atRepeated,
    expectedAtRepeated,
    tolerance: parameters.tolerance,
    topHeld: held.find(({ top }) => top === 0.05)?.held ?? null,
    features: spots.map(({ at, n }) => ({
      type: 'Feature',
      geometry: { type: 'Point', coordinates: [...at] },
      properties: { n },
    })),
    spots: spots.slice(0, mostSpots),
  }
}

const untested = { cells: 1, expected: null, z: null, p: null, q: null, level: 0 } as const
