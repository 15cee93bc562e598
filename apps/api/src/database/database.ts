import type { Audience } from '@trygghetskartan/layers'
import type postgres from 'postgres'

export type Sql = postgres.TransactionSql<Record<string, never>>

/** Who writes: kept in every row's history by the database. */
export interface Actor {
  readonly id: string
  readonly name: string
  readonly audience: Audience
  /** The client's network address, for the audit. */
  readonly address?: string
}

/** Whose rights a transaction has: an audience's, or the door's, which alone reads accounts, sessions and tokens. */
export type Role = Audience | 'door'

/** One row changed, or many (`reload`: read the layer anew). */
export interface Change {
  /** A layer's id, 'basemap', or 'identity': an account, a session or a token. */
  readonly layer: string
  readonly op: 'insert' | 'update' | 'delete' | 'reload'
  readonly id?: string
}

/**
 * The one door to either engine. Each call is one transaction, committed when the function returns and rolled back when it throws.
 * `read` and `write` run as the audience's own role with its own schema first on the search path; `owner` runs migrations, imports and jobs.
 */
export interface Database {
  readonly engine: 'embedded' | 'postgres'
  /** As an actor, rows that are only for some of the audience (drafts) are read too. */
  read<T>(who: Audience | Actor, work: (sql: Sql) => Promise<T>): Promise<T>
  write<T>(actor: Actor, work: (sql: Sql) => Promise<T>): Promise<T>
  /** Accounts, sessions and tokens; no layer's data. */
  door<T>(work: (sql: Sql) => Promise<T>, actor?: Actor): Promise<T>
  owner<T>(work: (sql: Sql) => Promise<T>): Promise<T>
  /** Committed changes, from this process and from others. Returns the way to stop listening. */
  onChange(listener: (change: Change) => void): () => void
  close(): Promise<void>
}

/** The schema that holds a role's views or tables. */
export const schemaOf: Readonly<Record<Role, string>> = {
  public: 'public_map',
  reporter: 'reporter',
  planner: 'planner',
  police: 'police',
  admin: 'admin',
  door: 'identity',
}

/** What the database calls a role. */
export const roleOf = (role: Role): string => `app_${role}`
