import type { SitingRunAnswer } from '../contract-siting.ts'
import type { Sql } from '../database/database.ts'
import { unpackKept } from '../kept-inputs.ts'
import { findRun, type Reader, readInputs } from '../queries/siting-runs.ts'

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
  const read = async (name: string): Promise<unknown> =>
    JSON.parse((await unpackKept(kept, name, id)).toString('utf8'))
  const inputs = { ...request, ground: await read(ground), demand: await read(demand), luminaires }
  return { ...info, inputs, result }
}
