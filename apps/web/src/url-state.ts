import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback, useMemo } from 'react'
import { type HotspotTexts, hotspotParameters } from './hotspots/hotspot-parameters.ts'

/** Everything that makes a view: what a link carries. Longitude and latitude in degrees, dates as YYYY-MM-DD. */
export interface UrlState {
  readonly camera?: Camera
  /** Ids of layers switched off. Absent: those that are off at first. */
  readonly hidden?: readonly string[]
  /** Layer id -> category values switched off. */
  readonly without: Readonly<Record<string, readonly string[]>>
  /** Time window, for layers whose objects have a time. Both ends are included. */
  readonly from?: string
  readonly to?: string
  readonly q?: string
  readonly selected?: Selected
  /** Id of the layer whose table is open. */
  readonly list?: string
  /** What one is doing beside the map: a proposal, a plan, a place's facts. */
  readonly task?: Task
  /** What is asked of what has happened, as the address has it (`useHotspotView` reads it); the period is the view's own. */
  readonly hotspots?: HotspotTexts
  /** The table holds only what is in the map's view. */
  readonly inView: boolean
  readonly language?: Language
  /** Absent: as the system. */
  readonly flavour?: 'light' | 'dark'
}

export interface Camera {
  readonly lon: number
  readonly lat: number
  readonly zoom: number
}
export interface Selected {
  readonly layer: string
  readonly id: string
}
/** `name` is a task's id (tasks/tasks.ts); `of` is what it is about, '' for nothing yet. */
export interface Task {
  readonly name: string
  readonly of: string
}
export type Language = 'sv' | 'en'

/** The search parameters as they stand in the address: canonical strings, absent where default. */
export type Search = Partial<Record<(typeof parameters)[number], string>>

const parameters = [
  'at',
  'off',
  'without',
  'from',
  'to',
  'q',
  'sel',
  'list',
  'task',
  'inview',
  'lang',
  'theme',
  ...hotspotParameters,
] as const
const name = /^[a-z][a-z0-9_]{0,62}$/
const category = /^[\w.-]{1,64}$/
/** Nothing is switched off: not the same as nothing said. */
const none = 'none'
const objectId = /^[\w-]{1,64}$/
const subject = /^[\w.,-]{0,200}$/

/** Reads search parameters; what is malformed is left out, so an old or mangled link still opens. */
export function readUrlState(search: Readonly<Record<string, unknown>>): UrlState {
  const text = (key: (typeof parameters)[number]) => {
    const value = search[key]
    return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
  }
  const camera = cameraOf(text('at'))
  const hidden = hiddenOf(text('off'))
  const selected = selectedOf(text('sel'))
  const task = taskOf(text('task'))
  const hotspots = hotspotsOf(hotspotParameters.map(text).join('\n'))
  const [from, to] = [readDate(text('from')), readDate(text('to'))]
  const q = text('q').slice(0, 200)
  const language = text('lang')
  const flavour = text('theme')
  return {
    ...(camera && { camera }),
    ...(hidden && { hidden }),
    without: withoutOf(text('without')),
    ...(from && { from }),
    ...(to && { to }),
    ...(q && { q }),
    ...(selected && { selected }),
    ...(name.test(text('list')) && { list: text('list') }),
    ...(task && { task }),
    ...(hotspots && { hotspots }),
    inView: text('inview') === '1',
    ...((language === 'sv' || language === 'en') && { language }),
    ...((flavour === 'light' || flavour === 'dark') && { flavour }),
  }
}

/** The inverse of readUrlState: `readUrlState(writeUrlState(state))` equals `state`. */
export function writeUrlState(state: UrlState): Search {
  const without = Object.entries(state.without)
    .filter(([, values]) => values.length > 0)
    .map(([layer, values]) => `${layer}:${values.join(',')}`)
    .join(';')
  const all: Record<keyof Required<Search>, string | undefined> = {
    at: state.camera && writeCamera(state.camera),
    off: state.hidden && (state.hidden.join(',') || none),
    without,
    from: state.from,
    to: state.to,
    q: state.q,
    sel: state.selected && `${state.selected.layer}:${state.selected.id}`,
    list: state.list,
    task: state.task && (state.task.of ? `${state.task.name}:${state.task.of}` : state.task.name),
    inview: state.inView ? '1' : '',
    lang: state.language,
    theme: state.flavour,
    ...(Object.fromEntries(
      hotspotParameters.map((key) => [key, state.hotspots?.[key]]),
    ) as Required<HotspotTexts>),
  }
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value)) as Search
}

/** For the router: canonical strings from whatever the address holds. */
export const validateSearch = (raw: Record<string, unknown>): Search => writeUrlState(readUrlState(raw))

/** What goes along to a page that shows no map. */
export const languageAndFlavour = ({ lang, theme }: Search): Search => ({
  ...(lang && { lang }),
  ...(theme && { theme }),
})

/** `?a=b&c=d` without the escapes that make a link unreadable. */
export const stringifySearch = (search: Record<string, unknown>): string => {
  const pairs = Object.entries(search)
    .filter((pair): pair is [string, string] => typeof pair[1] === 'string' && pair[1] !== '')
    .map(
      ([key, value]) => `${key}=${encodeURIComponent(value).replaceAll('%2C', ',').replaceAll('%3A', ':')}`,
    )
  return pairs.length > 0 ? `?${pairs.join('&')}` : ''
}

export const parseSearch = (search: string): Record<string, string> =>
  Object.fromEntries(new URLSearchParams(search))

/** A change of the view: fields given as undefined are taken away. */
export type UrlChange = { readonly [Key in keyof UrlState]?: UrlState[Key] | undefined }

/**
 * The view in the address, and the way to change it. A change is a step the back button undoes,
 * unless `replace` is said (for what changes all the time, such as the camera).
 */
export function useUrlState(): [UrlState, (change: UrlChange, how?: { replace?: boolean }) => void] {
  const search: Search = useSearch({ strict: false })
  const navigate = useNavigate()
  const state = useMemo(() => readUrlState(search), [search])
  const update = useCallback(
    (change: UrlChange, how?: { replace?: boolean }) => {
      void navigate({
        to: '.',
        search: (before: Search) => ({
          ...ofThePage(before),
          ...writeUrlState({ ...readUrlState(before), ...change } as UrlState),
        }),
        replace: how?.replace ?? false,
      })
    },
    [navigate],
  )
  return [state, update]
}

/** Parameters of the page alone, such as which plans it compares: they stay as they are. */
const ofThePage = (search: object): object =>
  Object.fromEntries(
    Object.entries(search).filter(([key]) => !(parameters as readonly string[]).includes(key)),
  )

function readCamera(text: string): Camera | undefined {
  const parts = text.split(',').map((part) => (part.trim() === '' ? Number.NaN : Number(part)))
  const [lon, lat, zoom] = parts
  if (parts.length !== 3 || lon === undefined || lat === undefined || zoom === undefined) return undefined
  const valid = Math.abs(lon) <= 180 && Math.abs(lat) <= 85.05 && zoom >= 0 && zoom <= 24
  return valid ? { lon, lat, zoom } : undefined
}

/** Five decimals are a metre in Swedish latitudes. */
const writeCamera = (camera: Camera) =>
  [camera.lon.toFixed(5), camera.lat.toFixed(5), camera.zoom.toFixed(2)].map(Number).join(',')

function readSelected(text: string): Selected | undefined {
  const [layer = '', id = '', ...rest] = text.split(':')
  return rest.length === 0 && name.test(layer) && objectId.test(id) ? { layer, id } : undefined
}

function readTask(text: string): Task | undefined {
  const [task = '', of = '', ...rest] = text.split(':')
  return rest.length === 0 && name.test(task) && subject.test(of) ? { name: task, of } : undefined
}

function readDate(text: string): string | undefined {
  const valid = /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text))
  return valid && new Date(text).toISOString().startsWith(text) ? text : undefined
}

function readWithout(text: string): Record<string, string[]> {
  const entries = text.split(';').flatMap((part) => {
    const [layer = '', list = ''] = part.split(':')
    const values = list.split(',').filter((value) => category.test(value))
    return name.test(layer) && values.length > 0 ? [[layer, values] as const] : []
  })
  return Object.fromEntries(entries)
}

function readHidden(text: string): readonly string[] | undefined {
  if (text === none) return []
  const ids = text.split(',').filter((id) => name.test(id))
  return ids.length > 0 ? ids : undefined
}

/** The same value for the same text, so that what hangs on it is not computed again when another part of the address changes. */
function sameForSame<T>(read: (text: string) => T): (text: string) => T {
  let last: { readonly text: string; readonly value: T } | undefined
  return (text) => {
    if (last?.text !== text) last = { text, value: read(text) }
    return last.value
  }
}

const hiddenOf = sameForSame(readHidden)
const cameraOf = sameForSame(readCamera)
const selectedOf = sameForSame(readSelected)
const taskOf = sameForSame(readTask)
const withoutOf = sameForSame(readWithout)
/** Longest text of one of them: an area of many corners. */
const longestText = 4000
const hotspotsOf = sameForSame((text: string): HotspotTexts | undefined => {
  const said = text
    .split('\n')
    .map((value, at) => [hotspotParameters[at], value.slice(0, longestText)] as const)
    .filter(([key, value]) => key && value)
  return said.length > 0 ? Object.fromEntries(said) : undefined
})
