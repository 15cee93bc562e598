import {
  type IncidentColumns,
  type IncidentFilter,
  placedPrecisions,
  type StudyArea,
  unpackIncidents,
} from '@trygghetskartan/analysis'
import { fromWgs84, isRefusal, toWgs84 } from '@trygghetskartan/geo'
import { dayOf } from './days.ts'
import type { AreaInDegrees, HotspotQuestion } from './hotspot-protocol.ts'
import type { PackedIncidents } from './use-incidents.ts'

const unpacked = new WeakMap<PackedIncidents, IncidentColumns>()

/** The table that was packed, unpacked once. Throws where it is damaged. */
export function incidentsOf(packed: PackedIncidents): IncidentColumns {
  const held = unpacked.get(packed)
  if (held) return held
  const columns = unpackIncidents(packed.bytes)
  if (isRefusal(columns)) throw new Error(columns.text.en)
  unpacked.set(packed, columns)
  return columns
}

const minutesOfDay = 1440

/** The part of a question that chooses incidents. */
export const filterOf = ({ from, to, hours, kinds, sources }: HotspotQuestion): IncidentFilter => ({
  from: from === null ? null : dayOf(from) * minutesOfDay,
  until: to === null ? null : (dayOf(to) + 1) * minutesOfDay,
  hours: null,
  weekdays: null,
  hoursOfWeek: hours,
  kinds,
  sources,
})

/** An area of degrees in metres. */
export const areaIn = (srid: number, area: AreaInDegrees): StudyArea => ({
  srid,
  polygons: area.map((rings) => rings.map((ring) => ring.map(([lon, lat]) => fromWgs84(srid, [lon, lat])))),
})

/** The same in degrees. */
export const inDegrees = ({ srid, polygons }: StudyArea): AreaInDegrees =>
  polygons.map((rings) => rings.map((ring) => ring.map((corner) => toWgs84(srid, corner))))

/** Of the incidents so many may lie outside, west, east, south and north each: one wrong position would stretch the ground. */
const outermost = 0.002
/** Metres of ground about them. */
const rim = 300

const grounds = new WeakMap<IncidentColumns, StudyArea | null>()

/** The box about the ground that incidents are known from, whatever else is asked; null where none has a place. */
export function groundOf(incidents: IncidentColumns): StudyArea | null {
  const held = grounds.get(incidents)
  if (held !== undefined) return held
  const { length, precision, srid } = incidents
  const sorted = (values: Float64Array) =>
    values.filter((value, row) => precision[row]! < placedPrecisions && Number.isFinite(value)).sort()
  const [x, y] = [sorted(incidents.x), sorted(incidents.y)]
  const side = (values: Float64Array, share: number) => values[Math.round((values.length - 1) * share)]!
  const ground =
    length > 0 && x.length > 0
      ? boxOf(srid, [
          side(x, outermost) - rim,
          side(y, outermost) - rim,
          side(x, 1 - outermost) + rim,
          side(y, 1 - outermost) + rim,
        ])
      : null
  grounds.set(incidents, ground)
  return ground
}

const boxOf = (srid: number, [west, south, east, north]: readonly number[]): StudyArea => ({
  srid,
  polygons: [
    [
      [
        [west!, south!],
        [east!, south!],
        [east!, north!],
        [west!, north!],
        [west!, south!],
      ],
    ],
  ],
})
