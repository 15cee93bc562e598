import { AsyncLocalStorage } from 'node:async_hooks'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Audience } from '@trygghetskartan/layers'
import { reachOf, type TileStore } from '@trygghetskartan/tiles'
import type { ChangeEvent } from '../contract.ts'
import type { Change, Database } from '../database/database.ts'
import { countRows } from '../queries/tile-rows.ts'
import { layerOptions, type TileLayer } from './layer-options.ts'
import { createLiveBasemap } from './live-basemap.ts'
import { createLiveLayer, type LiveLayer } from './live-layer.ts'
import { TileCache } from './tile-cache.ts'
import { createTileMaker } from './tile-maker.ts'
import { writeTile } from './tile-response.ts'
import type { FinishedTile } from './worker-messages.ts'
import { createWorkerPool } from './worker-pool.ts'

export interface TileServiceOptions {
  readonly database: Database
  readonly layers: readonly TileLayer[]
  /** Threads that cut tiles. */
  readonly poolSize: number
  /** Bytes of finished tiles kept. */
  readonly cacheBytes?: number
  /** Told of readings that failed and will be tried again. */
  readonly onError?: (error: unknown) => void
}

/** `unknown`: no such layer, or not for this audience; the two are not told apart. */
export type TileAnswer = { readonly kind: 'unknown' } | { readonly kind: 'tile'; readonly tile: FinishedTile }

export interface TileService {
  tile(layerId: string, audience: Audience, z: number, x: number, y: number): Promise<TileAnswer>
  basemap(z: number, x: number, y: number): Promise<TileAnswer>
  /** Objects the audience sees of a layer; 0 for a layer that is not for it. */
  count(layerId: string, audience: Audience): Promise<number>
  /** Rises with each change of what the audience sees, also across restarts. 'basemap' is a layer here. */
  version(layerId: string, audience: Audience): number
  /** Whether it has changed for the audience since this server started. */
  hasChanged(layerId: string, audience: Audience): boolean
  /** Tells what changed for an audience: only what it could see before or can see after. Returns the way to stop. */
  changes(audience: Audience, listener: (event: ChangeEvent) => void): () => void
  /** Resolves when every layer of the audience has been read, so that no change goes untold from here on. */
  ready(audience: Audience): Promise<void>
  /** Answers a GET or HEAD for a tile that is finished, on Node's own response; false where it has to be made. */
  serveCached(request: IncomingMessage, response: ServerResponse, audience: Audience): boolean
  /** Finished tiles kept, their bytes, and how many have been cut since the start. */
  statistics(): { tiles: number; bytes: number; cut: number }
  close(): Promise<void>
}

const basemapKey = 'basemap'
const keyOf = (layer: string, audience: Audience) => `${audience}/${layer}`
const versionKey = (layer: string, audience: Audience) =>
  layer === basemapKey ? basemapKey : keyOf(layer, audience)

interface Entry {
  readonly key: string
  readonly live: LiveLayer
}

/** Tiles of every layer and of the basemap, cut in worker threads from snapshots that follow the database. */
export async function createTileService({
  database,
  layers,
  poolSize,
  cacheBytes = 256 << 20,
  onError = () => {},
}: TileServiceOptions): Promise<TileService> {
  const pool = createWorkerPool(poolSize)
  const cache = new TileCache(cacheBytes)
  const maker = createTileMaker(pool, cache)
  const entries = new Map<string, Entry>()
  const versions = new Map<string, number>()
  const listeners = new Map<Audience, Set<(event: ChangeEvent) => void>>()
  const started = Date.now()
  // Changes are told in the context of the transaction that made them; reading needs one of its own.
  const outside = AsyncLocalStorage.snapshot()

  const layerOf = (id: string, audience: Audience) =>
    layers.find((layer) => layer.id === id && layer.audiences[audience] !== undefined)

  const versionOf = (key: string) => versions.get(key) ?? started
  const raise = (key: string) => {
    const version = Math.max(versionOf(key) + 1, Date.now())
    versions.set(key, version)
    return version
  }
  const tell = (audience: Audience, event: ChangeEvent) => {
    for (const listener of listeners.get(audience) ?? []) listener(event)
  }

  const createEntry = (layer: TileLayer, audience: Audience): Entry => {
    const key = keyOf(layer.id, audience)
    const options = layerOptions(layer)
    const reach = (z: number) => reachOf(options, z) / 4096
    const show = (store: TileStore) => {
      pool.show({
        key,
        sources: [
          {
            name: layer.id,
            columns: store.columns,
            options,
            groups: [{ minzoom: 0, segments: store.segments() }],
          },
        ],
      })
    }
    const live = createLiveLayer({
      database,
      layer: layer.id,
      audience,
      columns: (layer.audiences[audience] ?? []).filter((name) => !layer.untiled?.includes(name)),
      events: {
        changes(store, changes) {
          show(store)
          maker.invalidate(
            key,
            changes.flatMap(({ boxes }) => boxes),
            reach,
          )
          for (const { id, op } of changes) tell(audience, { layer: layer.id, version: raise(key), op, id })
        },
        reloaded(store, first) {
          show(store)
          maker.invalidateAll(key)
          if (!first) tell(audience, { layer: layer.id, version: raise(key), op: 'reload' })
        },
        failed: onError,
      },
    })
    return { key, live }
  }

  const entryOf = (id: string, audience: Audience): Entry | null => {
    const layer = layerOf(id, audience)
    if (!layer) return null
    const key = keyOf(id, audience)
    const entry = entries.get(key) ?? createEntry(layer, audience)
    entries.set(key, entry)
    return entry
  }

  const basemap = createLiveBasemap(
    database,
    (sources, first) => {
      pool.show({ key: basemapKey, sources })
      maker.invalidateAll(basemapKey)
      if (first) return
      const version = raise(basemapKey)
      for (const audience of listeners.keys()) tell(audience, { layer: 'basemap', version, op: 'reload' })
    },
    onError,
  )

  const onChange = ({ layer, op, id }: Change): void => {
    if (layer === 'basemap') {
      basemap.changed()
      return
    }
    for (const [key, { live }] of entries)
      if (key.endsWith(`/${layer}`)) live.changed(op === 'reload' || id === undefined ? 'reload' : id)
  }
  const stop = database.onChange((change) => outside(onChange, change))

  const ready = async (audience: Audience): Promise<void> => {
    const own = layers.filter((layer) => layer.audiences[audience])
    await Promise.all([
      outside(basemap.ready),
      ...own.map(({ id }) => outside(async () => entryOf(id, audience)?.live.store())),
    ])
  }

  return {
    async tile(layerId, audience, z, x, y) {
      const entry = entryOf(layerId, audience)
      if (!entry) return { kind: 'unknown' }
      await outside(entry.live.store)
      const url = `${audience} /api/tiles/${layerId}/${z}/${x}/${y}.mvt`
      return { kind: 'tile', tile: await maker.tile(url, entry.key, z, x, y) }
    },
    async basemap(z, x, y) {
      await outside(basemap.ready)
      return { kind: 'tile', tile: await maker.tile(`/api/basemap/${z}/${x}/${y}.mvt`, basemapKey, z, x, y) }
    },
    async count(layerId, audience) {
      const entry = entryOf(layerId, audience)
      if (!entry) return 0
      const loaded = entry.live.loaded()
      return loaded ? loaded.count() : database.read(audience, (sql) => countRows(sql, audience, layerId))
    },
    version: (layerId, audience) => versionOf(versionKey(layerId, audience)),
    hasChanged: (layerId, audience) => versions.has(versionKey(layerId, audience)),
    changes(audience, listener) {
      const own = listeners.get(audience) ?? new Set()
      listeners.set(audience, own)
      own.add(listener)
      // What has not been read cannot be compared with: from the first listener on, all layers are followed.
      ready(audience).catch(onError)
      return () => own.delete(listener)
    },
    ready,
    serveCached(request, response, audience) {
      if (request.method !== 'GET' && request.method !== 'HEAD') return false
      const url = request.url ?? ''
      const query = url.indexOf('?')
      const path = query < 0 ? url : url.slice(0, query)
      const tile = cache.get(path.startsWith('/api/basemap/') ? path : `${audience} ${path}`)
      if (!tile) return false
      writeTile(request, response, tile, audience)
      return true
    },
    statistics: () => ({ tiles: cache.size, bytes: cache.bytes, cut: maker.cut() }),
    async close() {
      stop()
      await Promise.all([basemap.idle(), ...[...entries.values()].map(({ live }) => live.idle())])
      await pool.close()
    },
  }
}
