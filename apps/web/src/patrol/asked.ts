import { everyIncident, type IncidentFilter, type StudyArea } from '@trygghetskartan/analysis'
import { fromWgs84 } from '@trygghetskartan/geo'
import type { Choice, Hours, Rings } from './patrol-protocol.ts'
import { startOfDay } from './swedish-clock.ts'

const dayMinutes = 1440
const minutesOf = (time: string): number => 60 * Number(time.slice(0, 2)) + Number(time.slice(3, 5))

/** The incidents of a choice that happened in the hours. */
export function filterOf({ from, to, kinds }: Choice, hours: Hours): IncidentFilter {
  const around = hours.from === null || hours.to === null || hours.from === hours.to
  return {
    ...everyIncident,
    ...{ from: startOfDay(from), until: startOfDay(to) + dayMinutes, kinds },
    weekdays: hours.weekdays.length > 0 ? hours.weekdays : null,
    hours: around ? null : { from: minutesOf(hours.from!), until: minutesOf(hours.to!) },
  }
}

/** Rings of degrees in metres. */
export const areaOf = (srid: number, rings: Rings): StudyArea => ({
  srid,
  polygons: [rings.map((ring) => ring.map(([lon = 0, lat = 0]) => fromWgs84(srid, [lon, lat])))],
})
