import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { build, type Plugin, type ResolvedConfig, type Rolldown } from 'vite'

interface OfflinePage {
  /** Modules that it begins with, beside the client's own entry. */
  readonly roots: readonly string[]
  readonly publicFiles: readonly string[]
}

/** The pages that open without a connection. */
const pages: Readonly<Record<string, OfflinePage>> = {
  '/lagg-in': {
    roots: ['/src/reporter/reporter-face.tsx', '/src/reporter/place-map.tsx'],
    publicFiles: ['/icon.svg', '/lagg-in.webmanifest', '/icon-192.png', '/apple-touch-icon.png'],
  },
  '/rapportera': {
    roots: ['/src/report/report-page.tsx', '/src/reporter/place-map.tsx'],
    publicFiles: ['/icon.svg'],
  },
}

/** Builds the service worker with the names of all files that each of its pages needs, and a version that changes with any of them. */
export function offlineShell(): Plugin {
  let config: ResolvedConfig
  return {
    name: 'offline-shell',
    apply: 'build',
    configResolved: (resolved) => {
      config = resolved
    },
    writeBundle: async (_, bundle) => {
      const shells = Object.fromEntries(
        Object.entries(pages).map(([path, { roots, publicFiles }]) => [
          path,
          [...publicFiles, ...shellOf(bundle, roots).map((name) => `/${name}`)].sort(),
        ]),
      )
      const page = bundle['index.html']
      const html = page?.type === 'asset' ? String(page.source) : ''
      const version = createHash('sha256')
        .update(JSON.stringify([shells, html]))
        .digest('hex')
        .slice(0, 16)
      await build({
        configFile: false,
        root: config.root,
        publicDir: false,
        logLevel: 'warn',
        define: { shells: JSON.stringify(shells), shellVersion: JSON.stringify(version) },
        build: {
          target: config.build.target,
          outDir: config.build.outDir,
          emptyOutDir: false,
          rolldownOptions: {
            input: join(config.root, 'src', 'service-worker', 'service-worker.ts'),
            // One file at the root: its scope reaches the page, and its address never changes.
            output: { format: 'iife', entryFileNames: 'service-worker.js' },
          },
        },
      })
    },
  }
}

/** Names of the files that a page imports, at once or when its map is drawn. @throws where a root is not in the bundle */
function shellOf(bundle: Rolldown.OutputBundle, roots: readonly string[]): string[] {
  const found = new Set<string>()
  const add = (name: string): void => {
    const file = bundle[name]
    if (!file || found.has(name)) return
    found.add(name)
    if (file.type !== 'chunk') return
    for (const asset of [
      ...(file.viteMetadata?.importedCss ?? []),
      ...(file.viteMetadata?.importedAssets ?? []),
    ])
      add(asset)
    for (const next of file.imports) add(next)
  }
  const chunks = Object.values(bundle).filter((file) => file.type === 'chunk')
  for (const { fileName } of chunks.filter(({ isEntry }) => isEntry)) add(fileName)
  for (const root of roots) {
    const chunk = chunks.find(({ moduleIds }) => moduleIds.some((id) => id.endsWith(root)))
    if (!chunk) throw new Error(`The page without a connection lacks ${root}`)
    add(chunk.fileName)
  }
  // The map draws in a worker of its own, which nothing imports.
  for (const name of Object.keys(bundle)) if (/maplibre-gl-worker[^/]*\.m?js$/.test(name)) add(name)
  return [...found]
}
