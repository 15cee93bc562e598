import { createReadStream, statSync } from 'node:fs'
import { createServer } from 'node:http'
import { extname, join, normalize } from 'node:path'

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.csv': 'text/csv; charset=utf-8',
}

export interface FileServer {
  readonly url: string
  /** Paths asked for that no file has. */
  readonly missing: string[]
  readonly close: () => Promise<void>
}

/** A folder as any web server shows it: files, index.html of folders, and parts of files where `ranges` says so. */
export async function serveFolder(folder: string, ranges: boolean): Promise<FileServer> {
  const missing: string[] = []
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://files')
    const file = fileAt(folder, decodeURIComponent(pathname))
    if (!file || request.method !== 'GET') {
      missing.push(`${request.method} ${pathname}`)
      response.writeHead(file ? 405 : 404).end()
      return
    }
    const { size } = statSync(file)
    const headers = { 'content-type': types[extname(file)] ?? 'application/octet-stream' }
    const [, from, to] = (ranges && /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '')) || []
    if (from === undefined) {
      response.writeHead(200, { ...headers, 'content-length': size })
      createReadStream(file).pipe(response)
      return
    }
    const [start, end] = [Number(from), Math.min(Number(to), size - 1)]
    response.writeHead(206, {
      ...headers,
      'content-length': end - start + 1,
      'content-range': `bytes ${start}-${end}/${size}`,
    })
    createReadStream(file, { start, end }).pipe(response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  return {
    url: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`,
    missing,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

function fileAt(folder: string, pathname: string): string | null {
  const named = join(folder, normalize(pathname))
  for (const file of [named, join(named, 'index.html')])
    if (statSync(file, { throwIfNoEntry: false })?.isFile()) return file
  return null
}
