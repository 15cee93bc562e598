import { fromWgs84 } from '@trygghetskartan/geo'
import { columnsOf } from '../incidents/rows.ts'
import { minuteOf, sharedJson } from './shared-data.ts'

/** The 561 events of the police feed: each stands on the middle of a municipality or county. EPSG:3006. */
export function policeFeed() {
  const events = sharedJson('incidents/polisen-events-kristianstad-2023-2025.json') as {
    datetime: string
    type: string
    location: { name: string; gps: string }
  }[]
  return columnsOf(
    events.map(({ datetime, type, location }) => {
      const [lat, lon] = location.gps.split(',').map(Number) as [number, number]
      const [x, y] = fromWgs84(3006, [lon, lat])
      const isCounty = location.name.endsWith('län')
      return {
        x,
        y,
        from: minuteOf(datetime.slice(0, 10)),
        timePrecision: 'minute',
        kind: type,
        precision: isCounty ? 'county' : 'municipality',
        source: 'police_events',
      }
    }),
    3006,
  )
}
