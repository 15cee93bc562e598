import type { Actor, Database } from '../database/database.ts'
import { eraseAccountData, readAccountData } from '../queries/account-data.ts'
import { tellActor } from '../queries/retention.ts'

/** Stands where the name of an erased account stood. */
export const pseudonym = 'Raderat konto'

/** Everything kept about an account, as JSON to save; undefined where there is none. Its own words are for the person alone. */
export const extractAccount = (
  database: Database,
  id: string,
  { words }: { words: boolean },
): Promise<Record<string, unknown> | undefined> =>
  database.owner(async (sql) => {
    const data = await readAccountData(sql, id, { words })
    return data && { extractedAt: new Date().toISOString(), ...data }
  })

/**
 * Erases an account's person on behalf of an administrator. The audit trail holds: what it hashes of a person is a salted digest, and the
 * salt goes with the name. Returns false where there is no such account, or it is erased already.
 * Throws a broken `last_administrator` where nobody would be left to let anybody in.
 */
export const eraseAccount = (database: Database, id: string, by: Actor): Promise<boolean> =>
  database.owner((sql) => eraseAccountData(sql, id, pseudonym, () => tellActor(sql, by)))
