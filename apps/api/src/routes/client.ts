import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { serveStatic } from '@hono/node-server/serve-static'
import { createRouter } from '../context.ts'
import { ProblemError } from '../errors.ts'

const folder = join(import.meta.dirname, '..', '..', '..', 'web', 'dist')
const yearInSeconds = 365 * 24 * 60 * 60

/** Addresses that open with the map: their page tells the browser at once to fetch it. */
const withMap = /^\/(?:$|badda-in\/?$|planera\/?$|lagesbild\/?$)/
const ofMap =
  /\s*<link[^>]*data-on="map"[^>]*>|\s*<script[^>]*data-on="map"[^>]*><\/script>|\s*<!--map-->[\s\S]*?<!--\/map-->/g

/** The built client: hashed files for a year, and its page for every address that is not a file. */
export function clientRoutes() {
  const files = serveStatic({
    root: folder,
    precompressed: true,
    onFound: (path, c) => {
      const hashed = /[\\/]assets[\\/]/.test(path)
      c.header('cache-control', hashed ? `public, max-age=${yearInSeconds}, immutable` : 'no-cache')
    },
  })
  return createRouter()
    .get('/assets/*', files)
    .get('/:file{[a-z0-9.-]+\\.(?:svg|png|ico|webmanifest|txt|js)}', files)
    .get('/assets/*', () => {
      throw new ProblemError('not-found')
    })
    .get('*', async (c) => {
      const page = await readFile(join(folder, 'index.html'), 'utf8').catch((error: unknown) => {
        throw new ProblemError('not-found', {
          sv: 'Klienten är inte byggd.',
          en: `The client is not built: ${String(error)}`,
        })
      })
      return c.html(withMap.test(c.req.path) ? page : page.replace(ofMap, ''), 200, {
        'cache-control': 'no-cache',
      })
    })
}
