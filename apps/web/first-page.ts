import type { HtmlTagDescriptor, Plugin, Rolldown } from 'vite'

/** Modules that the client begins with, and those of the map that everybody opens. */
const begins = ['/src/main.tsx']
const mapBegins = ['/src/frame/frame.tsx', '/src/public/public-face.tsx']

interface Graph {
  getModuleInfo(id: string): { readonly importedIds: readonly string[] } | null
}

const pathOf = (id: string): string => id.split('?')[0]!

/** All that the given modules import at once, and they themselves. */
function reachOf(graph: Graph, from: readonly string[]): ReadonlySet<string> {
  const found = new Set<string>()
  const waiting = [...from]
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (found.has(id)) continue
    found.add(id)
    // A package's own list of what it has reaches all of it, whatever is used.
    if (/\/packages\/\w+\/src\/index\.ts$/.test(id)) continue
    waiting.push(...(graph.getModuleInfo(id)?.importedIds ?? []))
  }
  return found
}

/**
 * Names the file a module goes to: all that the client begins with in one, all that the map adds in another. A file for each shared
 * module would cost a slow network more in waiting than it saves in bytes.
 */
export function fileOf(root: string): (id: string, graph: Graph) => string | null {
  let reached: { readonly first: ReadonlySet<string>; readonly map: ReadonlySet<string> } | undefined
  return (id, graph) => {
    reached ??= {
      first: reachOf(
        graph,
        begins.map((path) => root + path),
      ),
      map: reachOf(
        graph,
        mapBegins.map((path) => root + path),
      ),
    }
    if (reached.first.has(id)) return 'first'
    return reached.map.has(id) ? 'map-face' : null
  }
}

/** What only the page of the map is told to fetch: the server leaves it out of the others. */
const onMap = { 'data-on': 'map' }

/** Tells the page at once what the map will need, styles before scripts. */
export function firstPage(): Plugin {
  return {
    name: 'first-page',
    apply: 'build',
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
  const face = chunks.find(({ moduleIds }) => moduleIds.some((id) => pathOf(id).endsWith(mapBegins[0]!)))
  if (!face) throw new Error(`The map's page lacks ${mapBegins[0]}`)
  const entry = chunks.find(({ isEntry }) => isEntry)
  const known = new Set([...(entry?.imports ?? []), entry?.fileName])
  const map = chunks.filter(
    ({ fileName }) => (fileName === face.fileName || face.imports.includes(fileName)) && !known.has(fileName),
  )
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
      .toSorted((a, b) => Number(b.includes('maplibre')) - Number(a.includes('maplibre')))
      .map((name) => link({ rel: 'stylesheet', crossorigin: '', href: `/${name}` })),
    // The smaller first: it is read while the other is on its way.
    ...map
      .toSorted((a, b) => a.code.length - b.code.length)
      .map(({ fileName }) => link({ rel: 'modulepreload', crossorigin: '', href: `/${fileName}` })),
    ...(worker ? [link({ rel: 'prefetch', as: 'script', href: `/${worker.fileName}` })] : []),
  ]
}
