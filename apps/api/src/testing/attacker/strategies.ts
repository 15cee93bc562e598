import { metresBetween, type Position } from '@trygghetskartan/geo'
import type { ReleaseAnswer } from '../../contract-releases.ts'
import type { Harvest } from './harvest.ts'
import { keyOf } from './places.ts'
import { isNarrow, possibleNumbers } from './possible.ts'

/** What an attacker has seen: the town before anybody reported, and then at several moments. */
export interface Seen {
  /** Before there were reports. */
  readonly empty: Harvest
  /** The newest. */
  readonly now: Harvest
  /** Some time before, with the same reports or fewer. */
  readonly before: Harvest
  /** What `now` is after one report more, and nothing else; what the stream of changes said meanwhile. */
  readonly oneMore: { readonly after: Harvest; readonly heard: readonly string[] } | null
  /** Before and after a place lost one report and another got one, in the middle of a month. */
  readonly moved: { readonly before: Harvest; readonly after: Harvest }
  /** For every corner of a published place: the doors a report from which is shown there, and whether a report from just there is. */
  readonly corners: ReadonlyMap<string, Corner>
}

export interface Corner {
  readonly behind: readonly { readonly door: Position; readonly area: string }[]
  readonly own: boolean
}

/** One thing recovered, in words; where it is a place, a day or a number, that too. */
export interface Recovered {
  readonly what: string
  readonly place?: Position
  readonly day?: string
}

export interface Strategy {
  readonly name: string
  readonly tries: string
  readonly recover: (seen: Seen) => Recovered[]
}

/** A public count under the threshold would have to be known within fewer values than this. */
const threshold = 5
const safety = 'safety_map_cells'
const places = 'reported_places'
/** So many doors a place that is shown by itself may have come from, or none. */
const leastDoors = 8
/** Nearer than this is a place that was not made coarser: the eight nearest addresses of a town lie wider apart. */
const radius = 50

const squaresOf = ({ items }: Harvest) => items.get(safety) ?? []
const newest = ({ releases }: Harvest): ReleaseAnswer | undefined => releases[0]
const loud = (level: unknown) => level === 'some' || level === 'many'

/** What of a square is expected to be told: nothing else may differ between quiet ones. */
const expected = new Set([
  'title',
  'area',
  'level',
  'about',
  'done',
  'coming',
  'month',
  'demo',
  'version',
  'id',
])

export const strategies: readonly Strategy[] = [
  {
    name: 'counts in the open',
    tries: 'reads a number of reports in any property of any square, in lists, files and tiles',
    recover: ({ now }) => [
      ...[
        ...squaresOf(now).map(({ properties }) => properties),
        ...now.tiles.filter(({ layer }) => layer === safety).map(({ properties }) => properties),
      ].flatMap((properties) =>
        Object.entries(properties)
          .filter(
            ([name, value]) => !expected.has(name) || (name === 'title' && !/^E\d+N\d+$/.test(String(value))),
          )
          .map(([name, value]) => ({ what: `${name} of a square says ${value}` })),
      ),
    ],
  },
  {
    name: 'quiet squares that differ',
    tries: 'tells a withheld square from an empty one by anything that is told of it',
    recover: ({ now }) => {
      const quiet = squaresOf(now).filter(({ properties }) => !loud(properties.level))
      const alike = new Set(
        quiet.map(({ properties }) =>
          JSON.stringify({ ...properties, title: '', area: '', done: 0, coming: 0 }),
        ),
      )
      return alike.size > 1 ? [{ what: `quiet squares are told in ${alike.size} ways` }] : []
    },
  },
  {
    name: 'narrow classes',
    tries: 'takes a word for the number it can mean under the published rules',
    recover: ({ now }) => {
      const release = newest(now)
      if (!release) return []
      const { threshold: from, many } = release.rules
      const narrow = from < threshold && many - from < threshold
      return release.squares
        .filter(({ level }) => narrow && level === 'some')
        .map(({ square }) => ({ what: `${square} holds ${from} to ${many - 1}` }))
    },
  },
  {
    name: 'area less its squares',
    tries: 'subtracts the most its quiet squares can hold from the least an area can',
    recover: ({ now }) =>
      now.releases.flatMap(({ areas, squares, rules: { threshold: least } }) =>
        areas.flatMap(({ name, level }) => {
          const own = squares.filter(({ area }) => area === name)
          if (!loud(level) || own.some((one) => loud(one.level))) return []
          const rest = least - (least - 1) * (own.length - 1)
          return rest > 0 ? own.map(({ square }) => ({ what: `${square} holds at least ${rest}` })) : []
        }),
      ),
  },
  {
    name: 'one month made twice',
    tries: 'compares a month as it was published with the same month later',
    recover: ({ before, now }) =>
      before.releases.flatMap((old) => {
        const later = now.releases.find(({ month }) => month === old.month)
        if (!later || JSON.stringify(later) === JSON.stringify(old)) return []
        return old.squares
          .filter(({ square, level }) => later.squares.find((one) => one.square === square)?.level !== level)
          .map(({ square }) => ({ what: `${square} got late reports of ${old.month}` }))
      }),
  },
  {
    name: 'squares over the months',
    tries:
      'reckons through every number of reports that the rules make into just what a square was told month by month',
    recover: ({ now }) => {
      const months = [...now.releases].reverse().slice(-5)
      const [first] = months
      if (!first || months.length < 5) return []
      const possible = possibleNumbers(first.rules, months.length)
      return first.squares.flatMap(({ square }) => {
        const levels = months.map(({ squares }) => squares.find((one) => one.square === square)?.level)
        return (possible.get(levels.join()) ?? [])
          .flatMap((set, i) => (isNarrow(set) ? [{ set, month: months[i]!.month }] : []))
          .map(({ set, month }) => ({ what: `${square} got ${[...set].join(' or ')} in ${month}` }))
      })
    },
  },
  {
    name: 'what points at persons',
    tries:
      'reads what a square is about where the word holds people, drugs or other, or fewer than five share it',
    recover: ({ now }) =>
      now.releases.flatMap(({ squares, rules }) =>
        squares.flatMap(({ square, about }) =>
          about
            .filter(
              (category) =>
                rules.threshold < threshold ||
                rules.categories[category].some((reason) => ['people', 'drugs', 'other'].includes(reason)),
            )
            .map((category) => ({ what: `${square} is about ${category}` })),
        ),
      ),
  },
  {
    name: 'an exact place',
    tries: 'looks for anything that says something within fifty metres, in lists and tiles of every layer',
    recover: ({ empty, now }) => {
      const known = new Set([...empty.items.values()].flat().map(({ id }) => id))
      return [...now.items].flatMap(([layer, features]) =>
        features
          .filter(
            ({ id, properties }) =>
              layer !== places && (layer === safety ? loud(properties.level) : !known.has(id)),
          )
          .flatMap(({ geometry }) => {
            const corners = positionsOf((geometry as { coordinates: unknown }).coordinates)
            const [lon, lat] = [0, 1].map(
              (axis) =>
                corners.slice(0, 4).reduce((sum, corner) => sum + corner[axis]!, 0) /
                Math.min(4, corners.length),
            ) as [number, number]
            const wide = Math.max(...corners.map((corner) => metresBetween(corner, [lon, lat])))
            return wide <= radius
              ? [{ what: `${layer} at ${lon}, ${lat}`, place: [lon, lat] as Position }]
              : []
          }),
      )
    },
  },
  {
    name: 'a published place',
    tries:
      'reckons for every door where a report from there would be shown, and looks for places with fewer than eight doors behind them, doors of two areas, or no rule behind them',
    recover: ({ now, corners }) =>
      cornersOf(now).flatMap((corner) => {
        const { behind, own } = corners.get(keyOf(corner)) ?? { behind: [], own: false }
        const place = corner
        if (behind.length === 0) return own ? [] : [{ what: `${corner} is shown as it was reported`, place }]
        if (behind.length < leastDoors)
          return [{ what: `${corner} is one of ${behind.length} doors`, place: behind[0]!.door }]
        return new Set(behind.map(({ area }) => area)).size > 1 ? [{ what: `${corner} is of two areas` }] : []
      }),
  },
  {
    name: 'a number that moves',
    tries: 'waits for “at least five” of a place or a measure to come or go as one report does',
    recover: ({ moved: { before, after } }) =>
      [...saidIn(after)].flatMap(([where, words]) => {
        const earlier = saidIn(before).get(where)
        return earlier === undefined || earlier === words
          ? []
          : [{ what: `${where} was ${earlier} and is ${words}: it crossed five by one` }]
      }),
  },
  {
    name: 'a day or an hour',
    tries: 'looks for any date finer than a month and any clock in what is told since, headers included',
    recover: ({ empty, now }) => {
      const datesOf = (one: Harvest) =>
        new Set(
          [...one.answers]
            .filter(([path]) => !path.includes('q='))
            .flatMap(([, text]) => text.match(/\b20\d\d-\d\d-\d\d(?!-)\b/g) ?? []),
        )
      const old = datesOf(empty)
      return [...datesOf(now)]
        .filter((date) => !date.endsWith('-01') && !old.has(date))
        .map((day) => ({ what: `${day} is told`, day }))
    },
  },
  {
    name: 'ids in order',
    tries: 'looks for ids that came with reports, and for an order or a clock in them',
    recover: ({ empty, now }) => {
      const known = new Set([...empty.items.values()].flat().map(({ id }) => id))
      const fresh = squaresOf(now)
        .filter(({ id }) => !known.has(id))
        .map(({ id }) => id)
      const clocked = [...now.items.values()]
        .flat()
        .filter(({ id }) => /^.{14}[17]/.test(id) && !known.has(id))
      return [...fresh, ...clocked.map(({ id }) => id)].map((id) => ({ what: `${id} came with reports` }))
    },
  },
  {
    name: 'one report more',
    tries:
      'compares every answer, ETag, version and count before and after one report, and listens to changes meanwhile',
    recover: ({ now, oneMore }) => {
      if (!oneMore) return []
      const changed = [...oneMore.after.answers].filter(([path, text]) => now.answers.get(path) !== text)
      return [
        ...changed.map(([path]) => ({ what: `${path} is another` })),
        ...oneMore.heard.map((event) => ({ what: `heard ${event}` })),
      ]
    },
  },
]

/** Every corner of what is shown of places. */
export const cornersOf = ({ items }: Harvest): Position[] =>
  (items.get(places) ?? []).flatMap(({ geometry }) =>
    positionsOf((geometry as { coordinates: unknown }).coordinates),
  )

/** What is said of how many, by where it is said. */
const saidIn = ({ items, answers }: Harvest): Map<string, string> =>
  new Map([
    ...(items.get(places) ?? []).map(({ id, properties }) => [id, String(properties.heard)] as const),
    ...[...answers].flatMap(([path, text]) => {
      const [, words] = /"heard":(null|"\w+")/.exec(text) ?? []
      return path.startsWith('/api/chain/') && words ? [[path, words] as const] : []
    }),
  ])

const positionsOf = (coordinates: unknown): Position[] =>
  Array.isArray(coordinates) && typeof coordinates[0] === 'number'
    ? [coordinates as unknown as Position]
    : Array.isArray(coordinates)
      ? coordinates.flatMap(positionsOf)
      : []
