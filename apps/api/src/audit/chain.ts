import { createHash } from 'node:crypto'
import type { ChainRow } from '../queries/audit.ts'

/** Of the entry before the first. */
export const firstHash = '0'.repeat(64)

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')

const digest = (salt: Uint8Array, content: string): string =>
  createHash('sha256').update(salt).update(content, 'utf8').digest('hex')

/** SHA-256 of the hash before (hex) and the content. */
export const linkOf = (previous: string, content: string): string =>
  createHash('sha256').update(Buffer.from(previous, 'hex')).update(content, 'utf8').digest('hex')

export interface Claim {
  readonly seq: number
  readonly person: string
  readonly matter: string
}

/** What the hashed text itself says of its place and of what it has committed to; null where it is no such text. */
export function claimOf(content: string): Claim | null {
  try {
    const [seq, , , , , , , person, matter, ...rest] = JSON.parse(content) as unknown[]
    return typeof seq === 'number' &&
      typeof person === 'string' &&
      typeof matter === 'string' &&
      rest.length === 0
      ? { seq, person, matter }
      : null
  } catch {
    return null
  }
}

/** JSON as PostgreSQL writes a jsonb array: the same escapes as JavaScript's, and a space after each comma. */
const arrayText = (parts: readonly string[]): string => `[${parts.join(', ')}]`
const text = (value: string | null): string => JSON.stringify(value)

/**
 * The text the database hashed, put together again from the columns, byte for byte. Where the person or the matter has been let go
 * (its salt is gone) the digest is taken from the text as it stands.
 */
export function contentOf(row: ChainRow, claim: Pick<Claim, 'person' | 'matter'>): string {
  const person = row.person_salt
    ? digest(row.person_salt, arrayText([text(row.actor_name), text(row.address)]))
    : claim.person
  const matter = row.matter_salt
    ? digest(row.matter_salt, arrayText([row.before ?? 'null', row.after ?? 'null', row.detail ?? 'null']))
    : claim.matter
  return arrayText([
    row.seq,
    ...[row.at, row.actor_id, row.audience, row.action, row.kind, row.object, person, matter].map(text),
  ])
}

/** A row whose columns, content and hash do not belong together has been changed. */
export function isWhole(row: ChainRow, claim: Claim): boolean {
  if (row.content !== contentOf(row, claim)) return false
  return linkOf(hex(row.previous_hash), row.content) === hex(row.hash)
}

export { hex }
