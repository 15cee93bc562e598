import { PMTiles, type RangeResponse, type Source } from 'pmtiles'
import { fileOf } from './publication.ts'

/** One archive of the release, read by ranges; whole where the server knows none. */
class ReleaseFile implements Source {
  private whole: Promise<ArrayBuffer> | undefined
  private readonly path: string

  constructor(path: string) {
    this.path = path
  }

  getKey(): string {
    return this.path
  }

  async getBytes(offset: number, length: number, signal?: AbortSignal): Promise<RangeResponse> {
    const from = async (file: Promise<ArrayBuffer>) => ({ data: (await file).slice(offset, offset + length) })
    if (this.whole) return from(this.whole)
    const response = await fetch(await fileOf(this.path), {
      headers: { range: `bytes=${offset}-${offset + length - 1}` },
      ...(signal && { signal }),
    })
    if (response.status === 206) return { data: await response.arrayBuffer() }
    if (!response.ok) throw new TypeError(`${this.path}: ${response.status}`)
    this.whole = response.arrayBuffer()
    return from(this.whole)
  }
}

const archives = new Map<string, PMTiles>()

/** A tile by its address, "published://camera_sites/14/8836/5099"; no bytes where there is nothing. */
export async function readTile(url: string, signal: AbortSignal): Promise<ArrayBuffer> {
  const [, source = '', z, x, y] = /^published:\/\/([\w-]+)\/(\d+)\/(\d+)\/(\d+)/.exec(url) ?? []
  const path = `tiles/${source}.pmtiles`
  const archive = archives.get(path) ?? new PMTiles(new ReleaseFile(path))
  archives.set(path, archive)
  const tile = await archive.getZxy(Number(z), Number(x), Number(y), signal)
  return tile?.data ?? new ArrayBuffer(0)
}
