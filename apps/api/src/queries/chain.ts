import type { Chain } from '../contract-moderation.ts'
import type { Sql } from '../database/database.ts'

/** What a public object led to or answers; undefined where the public sees none. As the public. */
export async function readChain(sql: Sql, layer: string, id: string): Promise<Chain | undefined> {
  const [row] = await sql<{ chain: Omit<Chain, 'photo'> | null; photo: Chain['photo'] }[]>`
    select public_map.chain_of(${layer}, ${id}) as chain,
      (select jsonb_build_object('width', p.width, 'height', p.height) from public_map.place_photos p where p.place_id = ${id}) as photo`
  return row?.chain ? { ...row.chain, photo: row.photo } : undefined
}
