import { createHash } from 'node:crypto'

/** The text that a value is kept as, and its SHA-256 in hexadecimal: the same value gives the same. */
export function digestOf(value: unknown): { text: string; digest: string } {
  const text = JSON.stringify(value)
  return { text, digest: createHash('sha256').update(text).digest('hex') }
}
