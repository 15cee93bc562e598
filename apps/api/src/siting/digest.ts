import { nameOf } from '../kept-inputs.ts'

/** The text that a value is kept as, and its SHA-256 in hexadecimal: the same value gives the same. */
export function digestOf(value: unknown): { text: string; digest: string } {
  const text = JSON.stringify(value)
  return { text, digest: nameOf(text) }
}
