/** One layer's tile, unpacked when it is asked for: bytes of its own for each who asks, since the map hands them over to its workers. */
export type Tile = () => ArrayBuffer | Promise<ArrayBuffer>

/** The tiles of one place, as 13/4418/2549, in the order of the layers; “basemap” is the ground. Reads what apps/api/src/tiles/tile-set.ts writes. */
export async function fetchTiles(
  layers: readonly string[],
  place: string,
  signal?: AbortSignal,
): Promise<readonly Tile[]> {
  if (layers.length === 1) {
    const path = layers[0] === 'basemap' ? 'basemap' : `tiles/${layers[0]}`
    const only = await fetchBytes(`/api/${path}/${place}.mvt`, signal)
    return [() => only.slice(0)]
  }
  const bytes = await fetchBytes(`/api/tiles/${layers.join(',')}/${place}.mvt`, signal)
  const view = new DataView(bytes)
  let at = 0
  return layers.map(() => {
    const length = view.getUint32(at, true)
    const gzip = bytes.slice(at + 4, at + 4 + length)
    at += 4 + length
    return () => (length === 0 ? new ArrayBuffer(0) : unzip(gzip))
  })
}

async function fetchBytes(path: string, signal?: AbortSignal): Promise<ArrayBuffer> {
  const response = await fetch(path, signal ? { signal } : {})
  if (!response.ok) throw new Error(`${path}: ${response.status}`)
  return response.arrayBuffer()
}

const unzip = (gzip: ArrayBuffer): Promise<ArrayBuffer> =>
  new Response(new Blob([gzip]).stream().pipeThrough(new DecompressionStream('gzip'))).arrayBuffer()
