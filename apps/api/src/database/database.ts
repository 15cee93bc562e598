import type { Audience } from '@trygghetskartan/layers'
import type postgres from 'postgres'

export type Sql = postgres.TransactionSql<Record<string, never>>

/** Who writes: kept in every row's history by the database. */
export interface Actor {
  readonly id: string
  readonly name: string
  readonly audience: Audience
}

/** One row changed, or many (`reload`: read the layer anew). */
export interface Change {
  /** A layer's id, or 'basemap'. */
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
  read<T>(audience: Audience, work: (sql: Sql) => Promise<T>): Promise<T>
  write<T>(actor: Actor, work: (sql: Sql) => Promise<T>): Promise<T>
  owner<T>(work: (sql: Sql) => Promise<T>): Promise<T>
  /** Committed changes, from this process and from others. Returns the way to stop listening. */
  onChange(listener: (change: Change) => void): () => void
  close(): Promise<void>
}

/** The schema that holds an audience's views. */
export const schemaOf: Readonly<Record<Audience, string>> = {
  public: 'public_map',
  reporter: 'reporter',
  planner: 'planner',
  police: 'police',
  admin: 'admin',
}

/** The database role of an audience. */
export const roleOf = (audience: Audience): string => `app_${audience}`
