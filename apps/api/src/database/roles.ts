import { createHmac } from 'node:crypto'
import type { Audience } from '@trygghetskartan/layers'
import type postgres from 'postgres'
import { connect } from './connection.ts'
import { type Role, roleOf } from './database.ts'
import { DatabaseProblem } from './problem.ts'

/** Every audience, in the order of the design's table. */
export const audiences: readonly Audience[] = ['public', 'reporter', 'planner', 'police', 'admin']

/** Every role that logs in beside the owner. */
export const roles: readonly Role[] = [...audiences, 'door']

/** Makes the roles that are missing, without the right to log in. */
export async function createRoles(owner: postgres.Sql): Promise<void> {
  for (const role of roles) {
    const [found] = await owner`select 1 from pg_roles where rolname = ${roleOf(role)}`
    if (found) continue
    await owner`create role ${owner(roleOf(role))} nologin noinherit`.catch((error: unknown) => {
      if (!(error instanceof Error && 'code' in error && error.code === duplicateObject)) throw error
    })
  }
}

const duplicateObject = '42710'

/** The password of a role: derived, so that every process of the installation knows it and none stores it. */
export const rolePassword = (secret: string, role: Role): string =>
  createHmac('sha256', secret)
    .update(`trygghetskartan ${roleOf(role)}`)
    .digest('base64url')

/**
 * Sees to it that each role is there and can log in. A role whose login works is left alone, so that two servers can start at once.
 * Throws `unavailable` where the owner may not change the role.
 */
export async function openRoles(url: string, secret: string, owner: postgres.Sql): Promise<void> {
  await createRoles(owner)
  for (const role of roles) {
    const password = rolePassword(secret, role)
    if (await canLogIn(url, role, password)) continue
    await alterRole(owner, roleOf(role), password)
    if (await canLogIn(url, role, password)) continue
    throw new DatabaseProblem('unavailable', {
      sv: `Databasrollen ${roleOf(role)} kan inte logga in. Kontrollera pg_hba.conf och DB_ROLE_SECRET.`,
      en: `The database role ${roleOf(role)} cannot log in. Check pg_hba.conf and DB_ROLE_SECRET.`,
    })
  }
}

async function canLogIn(url: string, role: Role, password: string): Promise<boolean> {
  const connection = connect({ url, driver: { user: roleOf(role), password } })
  try {
    await connection.sql`select 1`
    return true
  } catch (error) {
    // Class 28 is invalid authorization; anything else is another trouble.
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('28')) return false
    throw error
  } finally {
    await connection.close()
  }
}

async function alterRole(owner: postgres.Sql, role: string, password: string): Promise<void> {
  const statement = `alter role ${role} login password '${password}'`
  for (let attempt = 1; ; attempt += 1) {
    try {
      await owner.unsafe(statement)
      return
    } catch (error) {
      // Roles belong to the whole cluster, so another database's server may change the same row just now.
      const concurrent = error instanceof Error && error.message.includes('concurrently updated')
      if (!concurrent || attempt === 10) throw error
      await new Promise((resolve) => setTimeout(resolve, 20 * attempt))
    }
  }
}
