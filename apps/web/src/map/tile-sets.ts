import { addProtocol } from 'maplibre-gl'
import { isPublished } from '../published/publication.ts'
import { takeFirst } from './first-tiles.ts'
import { noteFetch } from './refetch-tiles.ts'
import { addressOf } from './tile-address.ts'
import { fetchTiles } from './tile-set.ts'

/** How long one waits for other layers of the same place to be asked for too, in milliseconds. */
const together = 8
const protocol = 'together'

interface Asked {
  readonly layer: string
  readonly signal: AbortSignal
  readonly answer: (bytes: Promise<ArrayBuffer>) => void
}

const waiting = new Map<string, Asked[]>()
let timer = 0

/** The same address, for a map that asks for all layers of a place in one request. */
export const inSet = (address: string): string =>
  !isPublished && address.startsWith(`${location.origin}/api/`)
    ? address.replace(location.origin, `${protocol}:/`)
    : address

addProtocol(protocol, async ({ url }, { signal }) => {
  const address = addressOf(url)
  if (!address) throw new Error(`No tile has the address ${url}`)
  const { source, place } = address
  noteFetch(source, url)
  // One that is asked for anew is told by a fragment.
  const first = url.includes('#') ? undefined : await takeFirst(source, place)
  return { data: first ?? (await askTogether(source, place, signal)) }
})

function askTogether(layer: string, place: string, signal: AbortSignal): Promise<ArrayBuffer> {
  return new Promise((answer) => {
    const others = waiting.get(place) ?? []
    waiting.set(place, others)
    others.push({ layer, signal, answer })
    clearTimeout(timer)
    timer = window.setTimeout(askAll, together)
  })
}

function askAll(): void {
  for (const [place, all] of waiting)
    ask(
      place,
      all.filter(({ signal }) => !signal.aborted),
    )
  waiting.clear()
}

/** One request for all that is asked for of a place, which is given up when nobody waits for any of it. */
function ask(place: string, asked: readonly Asked[]): void {
  if (asked.length === 0) return
  const none = new AbortController()
  for (const { signal } of asked)
    signal.addEventListener('abort', () => {
      if (asked.every((one) => one.signal.aborted)) none.abort()
    })
  const layers = [...new Set(asked.map(({ layer }) => layer))].sort()
  const answers = fetchTiles(layers, place, none.signal)
  for (const { layer, answer } of asked) answer(answers.then((tiles) => tiles[layers.indexOf(layer)]!()))
}
