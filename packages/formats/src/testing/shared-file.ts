import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const folder = new URL('../../../../../shared/data/', import.meta.url)

/** A file of real data beside the project, or null where there is none: the test that needs it is skipped, but never in CI. */
export function sharedFile(name: string): string | null {
  const path = fileURLToPath(new URL(name, folder))
  if (existsSync(path)) return path
  if (process.env.CI) throw new Error(`${name} of the shared data is missing`)
  process.stderr.write(`Skipped what needs ${name} of the shared data: it is not there\n`)
  return null
}
