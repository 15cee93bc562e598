import type { Database } from '../database/database.ts'

/** True where nothing was ever imported, drawn or loaded. */
export const isEmpty = (database: Database): Promise<boolean> =>
  database.owner(async (sql) => {
    const [row] = await sql<{ empty: boolean }[]>`
      select not exists (select 1 from basemap.datasets) and not exists (select 1 from core.history) and not exists (select 1 from basemap.features)
        and not exists (select 1 from core.incidents) as empty`
    return row!.empty
  })

/** True where nobody has taken the demonstration away: who did does not want it back at the next start. */
export const wantsDemo = (database: Database): Promise<boolean> =>
  database.owner(async (sql) => {
    const [row] = await sql<{ wanted: boolean }[]>`
      select not exists (select from core.settings where key = 'demo' and value = 'false') as wanted`
    return row!.wanted
  })
