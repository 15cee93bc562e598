import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'

const packed = promisify(gzip)
const unpacked = promisify(gunzip)

/** What results were made of, as it is kept: packed. */
export const pack = (content: string | Uint8Array): Promise<Buffer> => packed(content)

/** Its name: SHA-256 of what is packed, in hexadecimal. */
export const nameOf = (content: string | Uint8Array): string =>
  createHash('sha256').update(content).digest('hex')

/** An input as it was before it was kept. Throws where what is kept is not what its name says. */
export async function unpackKept(
  kept: ReadonlyMap<string, Uint8Array>,
  name: string,
  run: string,
): Promise<Buffer> {
  const content = kept.get(name)
  const whole = content && (await unpacked(content).catch(() => undefined))
  if (!whole || nameOf(whole) !== name)
    throw new Error(`what the run ${run} was made of is not whole: ${name}`)
  return whole
}
