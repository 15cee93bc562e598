/** Made-up events and reports about a place, the same each time but for their dates, which follow today's. */

const kinds = ['Misshandel', 'Stöld', 'Skadegörelse', 'Narkotikabrott', 'Bråk', 'Rån'] as const
const hours = [22, 23, 0, 1, 2, 3, 14, 17] as const
const reasons = ['darkness', 'deserted', 'people', 'drugs'] as const

type Place = readonly [lon: number, lat: number]

/** Points in a sunflower's order about a place, `metres` out at the most. */
const about = ([lon, lat]: Place, n: number, metres: number): Place[] =>
  Array.from({ length: n }, (_, i) => {
    const [angle, away] = [i * 2.399963, metres * Math.sqrt((i + 0.5) / n)]
    const perLon = 111_200 * Math.cos((lat * Math.PI) / 180)
    return [lon + (away * Math.cos(angle)) / perLon, lat + (away * Math.sin(angle)) / 111_200]
  })

const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10)
const table = (rows: readonly (readonly (string | number)[])[]) => rows.map((row) => row.join(';')).join('\n')
const degrees = (value: number) => value.toFixed(6)

/** Events of the police within 90 m of three places, over nearly two years. */
export function eventsCsv([lon, lat]: Place): string {
  const places = [
    ...about([lon, lat], 60, 90),
    ...about([lon + 0.0045, lat - 0.0015], 45, 90),
    ...about([lon - 0.0025, lat + 0.0022], 30, 90),
  ]
  const rows = places.map(([x, y], i) => {
    const hour = String(hours[i % hours.length]).padStart(2, '0')
    const minute = String((i * 7) % 60).padStart(2, '0')
    const at = `${daysAgo(100 + ((i * 37) % 550))}T${hour}:${minute}:00+02:00`
    return [degrees(x), degrees(y), kinds[i % kinds.length]!, at, 'exact', `town:${i}`]
  })
  return table([['lon', 'lat', 'kind', 'occurred_at', 'precision', 'source_id'], ...rows])
}

/** Reports of unsafe places within 150 m. */
export function reportsCsv(place: Place): string {
  const rows = about(place, 24, 150).map(([x, y], i) => [
    degrees(x),
    degrees(y),
    reasons[i % reasons.length]!,
    'published',
    '5,6',
    '21:00',
    '03:00',
    daysAgo(5 + i * 12),
  ])
  return table([
    ['lon', 'lat', 'reasons', 'state', 'weekdays', 'hours_from', 'hours_to', 'received_on'],
    ...rows,
  ])
}
