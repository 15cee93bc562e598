import { type Address, addressesOf } from './addresses.ts'
import { type Block, blocksOf } from './blocks.ts'
import type { Piece } from './fill/piece.ts'
import { uses } from './fill/uses.ts'
import { frameOf, type Point } from './frame.ts'
import { gridIndex } from './grid-index.ts'
import { type Lamp, lampsOf } from './lamps.ts'
import { type Plan, widthOf } from './plan.ts'
import { random } from './random.ts'
import { framesOf, type Road, roadsOf } from './roads.ts'
import { centreOf, densify, distanceToLine, inside, type Ring, ribbon, smooth, smoothRing } from './shapes.ts'

/** A surface, house or point of the drawn town, in metres from the origin. */
export interface Thing {
  readonly theme:
    | 'water'
    | 'green'
    | 'ground'
    | 'building'
    | 'railway'
    | 'waterway'
    | 'stop'
    | 'poi'
    | 'place'
    | 'camera'
  readonly kind: string
  readonly name: string | null
  readonly rank: number
  readonly props: Readonly<Record<string, string | number | boolean>>
  /** Ring, line or one point, as the theme has it. */
  readonly shape: Ring
}

/** A block as it lies in the town. */
export interface PlacedBlock extends Pick<Block, 'use' | 'name'> {
  readonly quarter: string
  readonly ring: Ring
  readonly centre: Point
}

export interface Town {
  readonly things: readonly Thing[]
  readonly roads: readonly Road[]
  readonly lamps: readonly Lamp[]
  readonly addresses: readonly Address[]
  readonly blocks: readonly PlacedBlock[]
}

/** Draws the town the plan describes: fills its blocks, puts lamps along its streets and numbers on its houses. The same plan gives the same town. */
export function drawTown(plan: Plan): Town {
  const drawn = drawnThings(plan)
  const roads = roadsOf(plan)
  const stands = standsFree(
    plan,
    drawn,
    roads.filter((road) => road.quarter === null),
  )
  const things: Thing[] = [...drawn]
  const blocks: PlacedBlock[] = []
  const doors: Parameters<typeof addressesOf>[0][number][] = []
  for (const quarter of plan.quarters) {
    const place = frameOf(quarter)
    const put = (shape: Ring, closed: boolean): Ring =>
      (quarter.bend === 0 ? shape : densify(shape, 30, closed)).map(([u, v]) => place(u, v))
    for (const block of blocksOf(quarter)) {
      const ring = put(
        [
          [block.u0, block.v0],
          [block.u1, block.v0],
          [block.u1, block.v1],
          [block.u0, block.v1],
        ],
        true,
      )
      blocks.push({ quarter: quarter.id, use: block.use, name: block.name, ring, centre: centreOf(ring) })
      const r = random(`block ${quarter.id} ${block.u0} ${block.v0}`)
      for (const piece of uses[block.use]({ block, levels: quarter.levels, random: r })) {
        if (piece.theme === 'road') {
          roads.push({
            kind: 'footway',
            name: null,
            rank: 0,
            lit: piece.props?.lit === true,
            line: put(piece.shape, false),
            quarter: quarter.id,
          })
          continue
        }
        const house = piece.theme === 'building'
        const shape =
          house || piece.shape.length < 3 ? piece.shape.map(([u, v]) => place(u, v)) : put(piece.shape, true)
        if (house && !stands(shape)) continue
        things.push(thingOf(piece, shape))
        const street = piece.door && block.street[piece.door]
        if (street) doors.push({ street, side: piece.door!, house: piece.shape, quarter: quarter.id, place })
      }
    }
  }
  const houses = gridIndex(
    things.filter((thing) => thing.theme === 'building').map((thing) => thing.shape),
    (ring) => ring,
  )
  return {
    things,
    roads,
    lamps: lampsOf(roads, (at) => houses(at).some((ring) => inside(at, ring))),
    addresses: addressesOf(doors),
    blocks,
  }
}

const thingOf = (piece: Piece, shape: Ring): Thing => {
  const { rank, ...props } = piece.props ?? {}
  return {
    theme: piece.theme as Thing['theme'],
    kind: piece.kind,
    name: piece.name ?? null,
    rank: typeof rank === 'number' ? rank : 0,
    props,
    shape,
  }
}

/** What the plan gives shape by shape: water, parks, landmarks, tracks, stops. */
function drawnThings(plan: Plan): Thing[] {
  const frame = framesOf(plan)
  const areas = plan.areas.map((area): Thing => {
    const place = frame(area.frame)
    const ring = area.ring.map(([u, v]) => place(u, v))
    return { ...area, shape: area.smooth ? smoothRing(ring, 8) : ring }
  })
  const lines = plan.lines.flatMap((line): Thing[] => {
    if (line.theme === 'road') return []
    const place = frame(line.frame)
    const path = line.path.map(([u, v]) => place(u, v))
    const shape = line.smooth ? smooth(path, 8) : path
    const thing: Thing = { ...line, theme: line.theme, shape }
    if (line.width === undefined) return [thing]
    return [{ ...thing, theme: 'water', name: null, rank: 0, shape: ribbon(shape, line.width) }, thing]
  })
  const spots = plan.spots.map((spot): Thing => ({ ...spot, shape: [frame(spot.frame)(...spot.at)] }))
  return [...areas, ...lines, ...spots]
}

/** Whether a house keeps clear of water, tracks, landmarks and the roads drawn by hand. */
function standsFree(plan: Plan, drawn: readonly Thing[], roads: readonly Road[]): (house: Ring) => boolean {
  const landmarkAt = gridIndex(
    drawn.filter((thing) => thing.theme === 'building').map((thing) => thing.shape),
    (ring) => ring,
    30,
  )
  const widths = new Map(plan.lines.map((line) => [line.name, line.width ?? 0]))
  const lines = [
    ...roads.map((road) => ({ line: road.line, clear: widthOf[road.kind] / 2 + 3 })),
    ...drawn
      .filter((thing) => thing.theme === 'railway' || thing.theme === 'waterway')
      .map((thing) => ({ line: thing.shape, clear: (widths.get(thing.name) ?? 0) / 2 + 8 })),
  ]
  const pieces = lines.flatMap(({ line, clear }) =>
    line.slice(1).map((b, i) => ({ piece: [line[i]!, b], clear })),
  )
  const pieceAt = gridIndex(pieces, ({ piece }) => piece, 35)
  return (house) =>
    [...densify(house, 6, true), centreOf(house)].every(
      (corner) =>
        !landmarkAt(corner).some((ring) => inside(corner, ring) || ring.some((c) => inside(c, house))) &&
        !pieceAt(corner).some(({ piece, clear }) => distanceToLine(corner, piece) < clear),
    )
}
