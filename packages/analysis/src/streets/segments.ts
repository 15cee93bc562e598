import { type Position, type Refusal, refuse } from '@trygghetskartan/geo'
import { placeIn } from '../area/place-in.ts'
import { checkArea, type StudyArea } from '../area/study-area.ts'
import { mostCells } from '../grids/grid.ts'

/** Stretches of street between junctions, in metres of `srid`. */
export interface Segments {
  readonly srid: number
  readonly length: number
  /** Which of the lines given it is part of. */
  readonly line: Uint32Array
  readonly metres: Float64Array
  /** Corners of segment i: (corners[2k], corners[2k + 1]) for k from start[i] up to start[i + 1]. */
  readonly start: Uint32Array
  readonly corners: Float64Array
  /** Numbers of the places it begins and ends at, two a segment: those that share one meet there. */
  readonly ends: Uint32Array
}

/** A block of a Swedish town. Assumption of this project. */
export const defaultLongest = 100

/**
 * Street lines cut where they share a corner with another or with themselves, to the centimetre, and then into equal parts of at
 * most `longest` metres; those whose middle lies in the area. Bridges and tunnels share no corner with what they cross.
 * Refuses an area that is none, no street in it, and too many segments.
 */
export function streetSegments(
  lines: readonly (readonly Position[])[],
  area: StudyArea,
  longest = defaultLongest,
): Segments | Refusal {
  const wrong = checkArea(area)
  if (wrong) return wrong
  if (!(longest >= 10 && longest <= 10_000))
    return refuse(
      'segment-length',
      'Gatudelarna måste vara mellan 10 m och 10 km.',
      'The stretches of street must be between 10 m and 10 km.',
    )
  const isIn = placeIn(area)
  const met = new Map<string, number>()
  for (const line of lines)
    for (const position of line) {
      const key = keyOf(position)
      met.set(key, (met.get(key) ?? 0) + 1)
    }
  const nodes = new Map<string, number>()
  const nodeAt = (position: Position): number => {
    const key = keyOf(position)
    const node = nodes.get(key) ?? nodes.size
    nodes.set(key, node)
    return node
  }
  const found = {
    line: [] as number[],
    metres: [] as number[],
    start: [0],
    corners: [] as number[],
    ends: [] as number[],
  }
  lines.forEach((line, number) => {
    for (const piece of betweenJunctions(line, (position) => met.get(keyOf(position))! > 1))
      for (const part of equalParts(piece, longest)) {
        const metres = lengthOf(part)
        if (!(metres > 0) || !isIn(...along(part, metres / 2))) continue
        found.line.push(number)
        found.metres.push(metres)
        for (const position of part) found.corners.push(...position)
        found.start.push(found.corners.length / 2)
        found.ends.push(nodeAt(part[0]!), nodeAt(part.at(-1)!))
      }
  })
  const length = found.line.length
  if (length === 0)
    return refuse('no-streets', 'Det finns inga gator i området.', 'There are no streets in the area.')
  if (length > mostCells)
    return refuse(
      'too-many-segments',
      `Det blir ${length} gatudelar, högst ${mostCells} går. Välj ett mindre område eller längre delar.`,
      `That makes ${length} stretches of street, at most ${mostCells} will do. Choose a smaller area or longer ones.`,
    )
  return {
    srid: area.srid,
    length,
    line: Uint32Array.from(found.line),
    metres: Float64Array.from(found.metres),
    start: Uint32Array.from(found.start),
    corners: Float64Array.from(found.corners),
    ends: Uint32Array.from(found.ends),
  }
}

const keyOf = ([x, y]: Position): string => `${Math.round(x * 100)} ${Math.round(y * 100)}`

function* betweenJunctions(
  line: readonly Position[],
  isJunction: (position: Position) => boolean,
): Generator<readonly Position[]> {
  let from = 0
  for (let at = 1; at < line.length; at++) {
    if (at < line.length - 1 && !isJunction(line[at]!)) continue
    yield line.slice(from, at + 1)
    from = at
  }
}

const lengthOf = (line: readonly Position[]): number =>
  line.slice(1).reduce((sum, [x, y], i) => sum + Math.hypot(x - line[i]![0], y - line[i]![1]), 0)

/** The place so many metres along a line. */
function along(line: readonly Position[], metres: number): Position {
  let left = metres
  for (let i = 1; i < line.length; i++) {
    const [ax, ay] = line[i - 1]!
    const [bx, by] = line[i]!
    const length = Math.hypot(bx - ax, by - ay)
    if (left <= length && length > 0)
      return [ax + ((bx - ax) * left) / length, ay + ((by - ay) * left) / length]
    left -= length
  }
  return line.at(-1)!
}

function equalParts(line: readonly Position[], longest: number): (readonly Position[])[] {
  const metres = lengthOf(line)
  const count = Math.ceil(metres / longest - 1e-9)
  if (count <= 1) return [line]
  const parts: Position[][] = []
  let part: Position[] = [line[0]!]
  let before = 0
  for (let i = 1; i < line.length; i++) {
    const length = Math.hypot(line[i]![0] - line[i - 1]![0], line[i]![1] - line[i - 1]![1])
    while (parts.length < count - 1 && before + length > ((parts.length + 1) * metres) / count) {
      const cut = along([line[i - 1]!, line[i]!], ((parts.length + 1) * metres) / count - before)
      parts.push([...part, cut])
      part = [cut]
    }
    part.push(line[i]!)
    before += length
  }
  return [...parts, part]
}
