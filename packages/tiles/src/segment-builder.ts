import { mercatorX, mercatorY } from '@trygghetskartan/geo'
import { type Growing, growingBytes, growingFloats, growingWords, push } from './growing.ts'
import { packSegment } from './pack-segment.ts'
import { geometryType, isPointSegment, type Segment, valueAt } from './segment.ts'
import { decodeValue, type TileValue } from './tile-value.ts'
import { codeOf, createValueTable, type ValueTable } from './value-table.ts'
import { readWkb, type WkbProblem } from './wkb.ts'

/** Features as they came, before they are put in order. */
export interface UnpackedFeatures {
  readonly columns: readonly string[]
  /** True where features are to be found by the first column. */
  readonly byId: boolean
  readonly coordinates: Growing<Float64Array>
  /** Ends of the parts, in vertices. */
  readonly partEnd: Growing<Uint32Array>
  readonly partHole: Growing<Uint8Array>
  /** Ends of the features, in parts. */
  readonly featureEnd: Growing<Uint32Array>
  readonly types: Growing<Uint8Array>
  readonly codes: Growing<Uint32Array>
  readonly values: ValueTable
}

export interface SegmentBuilder {
  readonly count: number
  /**
   * Takes one feature: WKB in EPSG:4326 and a value per column.
   * @returns what is wrong with the geometry, in which case nothing was taken; else undefined.
   */
  add(wkb: Uint8Array, values: readonly TileValue[]): WkbProblem | undefined
  /** Takes a feature over from a packed segment with the same columns. */
  copy(from: Segment, place: number): void
  /** Packs what was taken. The builder is spent. */
  finish(): Segment
}

/** Collects features of one layer; with `byId` they can be found by the first column, which must tell them apart. */
export function createSegmentBuilder(columns: readonly string[], byId = false): SegmentBuilder {
  const features: UnpackedFeatures = {
    columns,
    byId,
    coordinates: growingFloats(),
    partEnd: growingWords(),
    partHole: growingBytes(),
    featureEnd: growingWords(),
    types: growingBytes(),
    codes: growingWords(),
    values: createValueTable(),
  }
  const { coordinates, partEnd, partHole, featureEnd, types, codes, values } = features
  const sink = {
    vertex(x: number, y: number) {
      push(coordinates, mercatorX(x))
      push(coordinates, mercatorY(y))
    },
    endPart(hole: boolean) {
      push(partEnd, coordinates.length / 2)
      push(partHole, hole ? 1 : 0)
    },
  }
  const endFeature = (type: number) => {
    push(featureEnd, partEnd.length)
    push(types, type)
  }

  return {
    get count() {
      return types.length
    },
    add(wkb, row) {
      if (row.length !== columns.length) throw new RangeError('A feature needs one value per column.')
      const before = { vertices: coordinates.length, parts: partEnd.length }
      const answer = readWkb(wkb, sink)
      if ('problem' in answer) {
        coordinates.length = before.vertices
        partEnd.length = partHole.length = before.parts
        return answer.problem
      }
      endFeature(answer.type)
      for (const value of row) push(codes, codeOf(values, value))
      return undefined
    },
    copy(from, place) {
      copyGeometry(from, place, features)
      endFeature(from.types[place]!)
      for (let column = 0; column < columns.length; column++) {
        const code = from.codes[place * columns.length + column]!
        push(codes, code === 0 ? 0 : codeOf(values, decodeValue(valueAt(from, code))))
      }
    },
    finish: () => packSegment(features),
  }
}

function copyGeometry(from: Segment, place: number, to: UnpackedFeatures): void {
  if (isPointSegment(from)) {
    push(to.coordinates, from.coordinates[place * 2]!)
    push(to.coordinates, from.coordinates[place * 2 + 1]!)
    push(to.partEnd, to.coordinates.length / 2)
    push(to.partHole, 0)
    return
  }
  for (let part = from.featureStart[place]!; part < from.featureStart[place + 1]!; part++) {
    for (let at = from.partStart[part]! * 2; at < from.partStart[part + 1]! * 2; at++)
      push(to.coordinates, from.coordinates[at]!)
    push(to.partEnd, to.coordinates.length / 2)
    push(to.partHole, from.partHole[part]!)
  }
}

/** True where every feature taken is a single point. */
export const onlySinglePoints = (features: UnpackedFeatures): boolean => {
  const { types, partEnd, coordinates } = features
  if (partEnd.length !== types.length || coordinates.length !== types.length * 2) return false
  for (let i = 0; i < types.length; i++) if (types.items[i] !== geometryType.point) return false
  return true
}
