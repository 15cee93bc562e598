import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'
import { fileOf, firstPage } from './first-page.ts'
import { engineFiles, engineNotice, mapEngine } from './map-engine.ts'
import { offlineShell } from './offline-shell.ts'

const server = process.env.API_URL ?? 'http://localhost:8080'

/** Writes .br and .gz beside every text file of the build, so that the server never compresses the client. */
function precompressed(): Plugin {
  let folder = ''
  return {
    name: 'precompressed',
    apply: 'build',
    configResolved: (config) => {
      folder = resolve(config.root, config.build.outDir)
    },
    closeBundle: async () => {
      const names = await readdir(folder, { recursive: true })
      const texts = names.filter((name) => /\.(m?js|css|html|svg|wasm)$/.test(name))
      await Promise.all(
        texts.map(async (name) => {
          const file = join(folder, name)
          const bytes = await readFile(file)
          const brotli = await promisify(brotliCompress)(bytes, {
            params: { [constants.BROTLI_PARAM_QUALITY]: 11 },
          })
          await Promise.all([
            writeFile(`${file}.br`, brotli),
            writeFile(`${file}.gz`, await promisify(gzip)(bytes, { level: 9 })),
          ])
        }),
      )
    },
  }
}

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), mapEngine(), firstPage(), offlineShell(), precompressed()],
  server: { port: 5173, proxy: { '/api': server, '/auth': server } },
  build: {
    target: 'es2023',
    outDir: 'dist',
    emptyOutDir: true,
    reportCompressedSize: false,
    chunkSizeWarningLimit: 1200,
    // Small pictures stay files: a strict content security policy needs no data: addresses then.
    assetsInlineLimit: 0,
    rolldownOptions: {
      output: {
        postBanner: engineNotice,
        // The map engine changes seldom: its own file stays in the reader's cache over our releases.
        codeSplitting: {
          groups: [...engineFiles(), { name: fileOf(import.meta.dirname), priority: 1 }],
        },
      },
    },
  },
})
