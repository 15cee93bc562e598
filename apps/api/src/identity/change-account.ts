import type { AccountInfo } from '../contract-admin.ts'
import type { Sql } from '../database/database.ts'
import { type AccountChange, changeAccount, findAccount } from '../queries/accounts.ts'
import { appendAudit } from '../queries/audit.ts'
import { endSessionsAsAdmin } from '../queries/sessions.ts'

const told = ({ audience, audienceBy, enabled, decides, worksAs }: AccountInfo) => ({
  audience,
  audienceBy,
  enabled,
  decides,
  worksAs,
})

/**
 * Gives or takes a role or the right to decide, enables or disables, in an administrator's transaction; undefined where there is no such account.
 * Who is disabled is signed out. The database refuses to take the last administrator (constraint last_administrator).
 */
export async function changeAccountRecorded(
  sql: Sql,
  id: string,
  change: AccountChange,
): Promise<AccountInfo | undefined> {
  const before = await findAccount(sql, id)
  if (!before || !(await changeAccount(sql, id, change))) return undefined
  if (change.enabled === false) await endSessionsAsAdmin(sql, { account: id })
  const after = await findAccount(sql, id)
  if (!after) return undefined
  await appendAudit(sql, {
    action: 'account.changed',
    kind: 'account',
    object: id,
    before: told(before),
    after: told(after),
  })
  return after
}
