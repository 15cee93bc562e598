import { createHash } from 'node:crypto'
import type { ReleaseSquare } from '../contract-releases.ts'
import type { ReleaseRow } from '../queries/releases.ts'

/** All that is published in a release as one text: the same value gives the same text, whatever the order of its names. */
const contentOf = (
  { month, rules, town, areas, before }: Omit<ReleaseRow, 'sha256'>,
  squares: readonly ReleaseSquare[],
): string => JSON.stringify(sorted({ month, rules, town, areas, before, squares }))

/** SHA-256 of a release, in hex. It holds that of the release before, so that no earlier one can be changed unseen. */
export const digestOf = (release: Omit<ReleaseRow, 'sha256'>, squares: readonly ReleaseSquare[]): string =>
  createHash('sha256').update(contentOf(release, squares)).digest('hex')

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, part]) => [name, sorted(part)]),
  )
}
