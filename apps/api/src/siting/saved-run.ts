import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'
import type { SitingRunAnswer } from '../contract-siting.ts'
import type { Sql } from '../database/database.ts'
import { findRun, type Reader, readInputs } from '../queries/siting-runs.ts'

const packed = promisify(gzip)
const unpacked = promisify(gunzip)

/** The text as it is kept. */
export const pack = (text: string): Promise<Buffer> => packed(text)

/** A run whole, with everything it was made of; undefined where the caller sees none. Throws where what is kept is not what its name says. */
export async function readRun(
  sql: Sql,
  reader: Reader,
  account: string,
  id: string,
): Promise<SitingRunAnswer | undefined> {
  const run = await findRun(sql, reader, account, id)
  if (!run) return undefined
  const { request, luminaires, ground, demand, result, ...info } = run
  const kept = await readInputs(sql, reader, [ground, demand])
  const read = async (name: string): Promise<unknown> => {
    const content = kept.get(name)
    const text = content && (await unpacked(content))
    if (!text || createHash('sha256').update(text).digest('hex') !== name)
      throw new Error(`what the run ${id} was made of is not whole: ${name}`)
    return JSON.parse(text.toString('utf8'))
  }
  const inputs = { ...request, ground: await read(ground), demand: await read(demand), luminaires }
  return { ...info, inputs, result }
}
