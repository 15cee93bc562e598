/** How long things may take, in milliseconds. */
export interface Limits {
  /** One statement of an audience. */
  readonly statement: number
  /** One statement of the owner: migrations, imports, index builds. */
  readonly owner: number
  /** Waiting for a free connection. */
  readonly wait: number
}

export const defaultLimits: Limits = { statement: 30_000, owner: 30 * 60_000, wait: 30_000 }
