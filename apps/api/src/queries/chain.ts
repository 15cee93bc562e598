import type { Chain } from '../contract-moderation.ts'
import type { Sql } from '../database/database.ts'

/** What a public object led to or answers; undefined where the public sees none. As the public. */
export async function readChain(sql: Sql, layer: string, id: string): Promise<Chain | undefined> {
  const [row] = await sql<{ chain: Chain | null }[]>`select public_map.chain_of(${layer}, ${id}) as chain`
  return row?.chain ?? undefined
}
