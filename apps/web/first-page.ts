import type { HtmlTagDescriptor, Plugin, Rolldown } from 'vite'
import { type Graph, reachOf } from './module-reach.ts'

/** Modules that the client begins with, and those of the map that everybody opens. */
const begins = ['/src/main.tsx']
const mapBegins = ['/src/frame/frame.tsx', '/src/public/public-face.tsx']
/** What holds the map engine: around it the page is drawn before it is there. */
const engineBegins = ['/src/map/map-view.tsx']

const pathOf = (id: string): string => id.split('?')[0]!

/**
 * Names the file a module goes to: all that the client begins with in one, all that the page of the map adds in another, and a
 * third for what comes with the map engine. A file for each shared module would cost a slow network more in waiting than it saves
 * in bytes.
 */
export function fileOf(root: string): (id: string, graph: Graph) => string | null {
  const starts = { first: begins, 'map-face': mapBegins, 'map-view': engineBegins }
  let reached: readonly (readonly [string, ReadonlySet<string>])[] | undefined
  return (id, graph) => {
    reached ??= Object.entries(starts).map(([name, paths]) => [
      name,
      reachOf(
        graph,
        paths.map((path) => root + path),
      ),
    ])
    // What binds the files together is needed by the first.
    if (id.includes('rolldown/runtime')) return 'first'
    return reached.find(([, modules]) => modules.has(id))?.[0] ?? null
  }
}

/** What only the page of the map is told to fetch: the server leaves it out of the others. */
const onMap = { 'data-on': 'map' }

/** What the page asks the server before any script has come: who reads, where, and which layers there are. */
const firstQuestions = ['/api/config', '/auth/me', '/api/layers']

const enginesTurn = 'engines-turn.js'
/**
 * Fetches each part of the map engine once another file is there, so that what draws the page around the map comes first and the
 * network is never idle. Fetched together they would arrive together, and the processor would have nothing to do before, and too
 * much after.
 */
const fetchEngine = `for (const turn of document.currentScript.dataset.turns.split(' ')) {
  const [after, href] = turn.split('>')
  const fetchPart = () => {
    const link = Object.assign(document.createElement('link'), { rel: 'modulepreload', crossOrigin: '', href })
    // What needs no other part is run while those are on their way.
    if (href.includes('shared')) link.onload = () => import(href).catch(() => undefined)
    document.head.append(link)
  }
  const [arrived] = performance.getEntriesByName(new URL(after, location.href).href)
  if (arrived?.responseEnd > 0) fetchPart()
  else
    for (const event of ['load', 'error'])
      document.querySelector('link[href="' + after + '"]').addEventListener(event, fetchPart, { once: true })
}
`

/** Tells the page at once what the map will need, styles before scripts. */
export function firstPage(): Plugin {
  return {
    name: 'first-page',
    apply: 'build',
    buildStart() {
      this.emitFile({ type: 'asset', name: enginesTurn, source: fetchEngine })
    },
    transformIndexHtml: {
      order: 'post',
      handler: (html, { bundle }) => {
        if (!bundle) return html
        const styles: string[] = []
        const rest = html.replace(/\s*<link rel="stylesheet"[^>]*>/g, (link) => {
          styles.push(link)
          return ''
        })
        return {
          html: rest.replace(/\s*<script type="module"/, (script) => styles.join('') + script),
          tags: mapTags(bundle),
        }
      },
    },
  }
}

function mapTags(bundle: Rolldown.OutputBundle): HtmlTagDescriptor[] {
  const files = Object.values(bundle)
  const chunks = files.filter((file) => file.type === 'chunk')
  const holding = (path: string) => {
    const chunk = chunks.find(({ moduleIds }) => moduleIds.some((id) => pathOf(id).endsWith(path)))
    if (!chunk) throw new Error(`The map's page lacks ${path}`)
    return chunk
  }
  const entry = chunks.find(({ isEntry, name }) => isEntry && name === 'index')
  const known = new Set([...(entry?.imports ?? []), entry?.fileName])
  const wanted = new Set(
    [holding(mapBegins[0]!), holding(engineBegins[0]!)].flatMap(({ fileName, imports }) => [
      fileName,
      ...imports,
    ]),
  )
  const map = chunks.filter(({ fileName }) => wanted.has(fileName) && !known.has(fileName))
  const isEngine = ({ fileName }: { fileName: string }) => /\/maplibre[^/]*$/.test(fileName)
  const isShared = ({ fileName }: { fileName: string }) => fileName.includes('maplibre-shared')
  const engine = map.filter(isEngine)
  const around = map.filter((chunk) => !isEngine(chunk))
  const first = holding('/src/app.tsx')
  const face = holding(mapBegins[0]!)
  const next = files.find((file) => file.type === 'asset' && file.names.includes(enginesTurn))
  if (!next) throw new Error(`The map's page lacks ${enginesTurn}`)
  const css = new Set(map.flatMap(({ viteMetadata }) => [...(viteMetadata?.importedCss ?? [])]))
  const worker = files.find(({ fileName }) => /maplibre-gl-worker[^/]*\.m?js$/.test(fileName))
  const link = (attrs: Record<string, string>): HtmlTagDescriptor => ({
    tag: 'link',
    attrs: { ...attrs, ...onMap },
    injectTo: 'head',
  })
  return [
    // The engine's own styles first: ours change them.
    ...[...css]
      .toSorted((a, b) => Number(b.includes('map-view')) - Number(a.includes('map-view')))
      .map((name) => link({ rel: 'stylesheet', crossorigin: '', href: `/${name}` })),
    ...around.map(({ fileName }) => link({ rel: 'modulepreload', crossorigin: '', href: `/${fileName}` })),
    {
      tag: 'script',
      attrs: {
        async: true,
        src: `/${next.fileName}`,
        // What the page and the worker share is asked for while the last of what comes first is on its way.
        'data-turns': engine
          .map((part) => `/${(isShared(part) ? face : first).fileName}>/${part.fileName}`)
          .join(' '),
        ...onMap,
      },
      injectTo: 'head',
    },
    ...firstQuestions.map((href) =>
      link({ rel: 'preload', as: 'fetch', crossorigin: '', href, 'data-from': 'server' }),
    ),
    ...(worker ? [link({ rel: 'prefetch', as: 'script', href: `/${worker.fileName}` })] : []),
  ]
}
