import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { type Plugin, transformWithOxc } from 'vite'
import { type Graph, reachOf } from './module-reach.ts'

const manifest = createRequire(import.meta.url).resolve('maplibre-gl/package.json')
const folder = dirname(manifest)
const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { version: string }
const source = (path: string) => join(folder, 'src', path)

/** What the client asks of the engine, and where its source has it. */
const parts: Readonly<Record<string, string>> = {
  Map: 'ui/map.ts',
  Marker: 'ui/marker.ts',
  ScaleControl: 'ui/control/scale_control.ts',
  addProtocol: 'source/protocol_crud.ts',
  prewarm: 'util/global_worker_pool.ts',
}

/** What no map of ours has: another format of tiles, the globe, heights, and the shapes and pictures drawn of them. */
const leftOut = new RegExp(
  `^${source('')}/(?:${[
    'source/(?:vector_tile_mlt|video_source)',
    'geo/projection/(?:globe|vertical_perspective)_(?:projection|transform|camera_helper)',
    'webgl/draw/draw_(?:heatmap|hillshade|color_relief|fill_extrusion|terrain|debug|collision_debug)',
    'data/bucket/(?:heatmap|fill_extrusion)_bucket',
    'shaders/glsl/(?:heatmap|hillshade|color_relief|fill_extrusion|terrain|collision|debug|_projection_globe)\\w*\\.(?:vertex|fragment)\\.glsl\\.g',
  ].join('|')})\\.ts$`,
)

const worker = source('source/worker.ts')
const engineId = '\0map-engine'
const workerAddressId = '\0map-engine-worker-address'

/**
 * Builds the map engine from its own source instead of its two ready files: what the page and its worker both use is fetched
 * once, and what no map of ours draws is not fetched at all.
 */
export function mapEngine(): Plugin {
  let file = ''
  return {
    name: 'map-engine',
    apply: 'build',
    enforce: 'pre',
    buildStart() {
      file = this.emitFile({ type: 'chunk', id: worker, name: 'maplibre-gl-worker' })
    },
    resolveId(id) {
      if (id === 'maplibre-gl') return engineId
      return id === 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url' ? workerAddressId : null
    },
    async load(id) {
      if (id === workerAddressId) return `export default import.meta.ROLLUP_FILE_URL_${file}`
      if (id === engineId) return engine()
      if (!id.startsWith(source('')) || !id.endsWith('.ts')) return null
      const code = readFileSync(id, 'utf8')
      if (leftOut.test(id)) return absent(code)
      // Written for a compiler that lets a class name its fields without setting them: else they would be emptied after its parent set them.
      const built = await transformWithOxc(code, id, {
        typescript: { removeClassFieldsWithoutInitializer: true },
      })
      return { code: built.code, map: null, moduleType: 'js' }
    },
    transform(code, id) {
      // Signs of the engine's own buttons, which are none of ours.
      if (id.endsWith('/maplibre-gl.css'))
        return code.replace(/background-image:\s*url\((?:"[^"]*"|'[^']*'|[^)]*)\);?/g, '')
      return null
    },
  }
}

const engine = () =>
  [
    ...Object.entries(parts).map(([name, path]) => `export { ${name} } from ${JSON.stringify(source(path))}`),
    `import { config } from ${JSON.stringify(source('util/config.ts'))}`,
    'export const setWorkerUrl = (address) => { config.WORKER_URL = address }',
  ].join('\n')

/** A module with the same names and nothing behind them. */
function absent(code: string): string {
  const names = [
    ...[...code.matchAll(/^export (?:async )?(?:class|function|const) (\w+)/gm)].map(([, name]) => name!),
    ...[...code.matchAll(/^export \{([^}]*)\}/gm)].flatMap(([, list]) => list!.match(/\w+/g) ?? []),
  ]
  return [
    'function absent() { throw new Error("This build of the map engine lacks it") }',
    ...names.map((name) => `export { absent as ${name} }`),
    /^export default/m.test(code) ? 'export default ""' : '',
  ].join('\n')
}

/** Stands first in each of the engine's files, as its licence asks. */
export const engineNotice = ({ name }: { readonly name: string }): string =>
  name.startsWith('maplibre')
    ? `/*! MapLibre GL JS ${version}, BSD-3-Clause, https://github.com/maplibre/maplibre-gl-js/blob/v${version}/LICENSE.txt */`
    : ''

/** Files of the engine: what the page and its worker share, and the rest of the page's. The first takes its own before the other. */
export function engineFiles(): { name: (id: string, graph: Graph) => string | null; priority: number }[] {
  let reached: { readonly page: ReadonlySet<string>; readonly worker: ReadonlySet<string> } | undefined
  const reach = (graph: Graph) => {
    reached ??= { page: reachOf(graph, [engineId]), worker: reachOf(graph, [worker]) }
    return reached
  }
  return [
    {
      name: (id, graph) =>
        reach(graph).page.has(id) && reach(graph).worker.has(id) ? 'maplibre-shared' : null,
      priority: 3,
    },
    { name: (id, graph) => (reach(graph).page.has(id) ? 'maplibre' : null), priority: 2 },
  ]
}
