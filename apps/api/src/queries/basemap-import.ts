import type { Sql } from '../database/database.ts'

export interface Dataset {
  readonly id: string
  readonly title: string
  readonly attribution: string
  readonly bounds: readonly [number, number, number, number] | null
  readonly sha256: string
  readonly counts: Readonly<Record<string, number>>
}

/** Rows as basemap.features has them, without source and dataset; gone at the end of the transaction. */
export const createStage = (sql: Sql) => sql`
  create temporary table staged (
    source_id text, theme text, kind text, name text, rank smallint, props jsonb, geom geometry
  ) on commit drop`

/** Returns how many rows went in. */
export async function stage(sql: Sql, json: string): Promise<number> {
  const { count } = await sql`
    insert into staged
    select * from jsonb_to_recordset(${json}::text::jsonb)
      as r(source_id text, theme text, kind text, name text, rank smallint, props jsonb, geom geometry)`
  return count
}

/** Takes out what the database would refuse, and says why. */
export const unstageInvalid = (sql: Sql) => sql<{ source_id: string; reason: string }[]>`
  delete from staged where not coalesce(ST_IsValid(geom), false)
  returning source_id, ST_IsValidReason(geom) as reason`

/**
 * Makes the stage fit for joining: without an index and statistics the planner compares every row with every other. An element may
 * stand in a file twice; the later one counts.
 */
export async function indexStage(sql: Sql): Promise<void> {
  const makeIndex = (on: Sql) => on`create unique index on staged (source_id, theme)`
  try {
    await sql.savepoint((inner) => makeIndex(inner as Sql))
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error) || error.code !== uniqueViolation) throw error
    await sql`
      delete from staged a using staged b
      where a.source_id = b.source_id and a.theme = b.theme and a.ctid < b.ctid`
    await makeIndex(sql)
  }
  await sql`analyze staged (source_id, theme)`
}

const uniqueViolation = '23505'

export async function countStaged(sql: Sql): Promise<Record<string, number>> {
  const rows = await sql<{ theme: string; count: number }[]>`
    select theme, count(*)::int as count from staged group by theme order by theme`
  return Object.fromEntries(rows.map(({ theme, count }) => [theme, count]))
}

/** Changes what differs and inserts what is new. Returns how many rows that were. */
export async function writeStaged(sql: Sql, dataset: string, total: number): Promise<number> {
  const [known] = await sql<{ count: number }[]>`select count(*)::int as count from basemap.features`
  const isFirst = known!.count < total / 2
  if (isFirst) await sql`select basemap.unindex_features()`
  const changed = await sql`
    update basemap.features f
    set kind = s.kind, name = s.name, rank = s.rank, props = s.props, geom = s.geom, dataset = ${dataset}
    from staged s
    where f.source = 'osm' and f.source_id = s.source_id and f.theme = s.theme
      and (f.kind, f.name, f.rank, f.props, f.geom, f.dataset)
        is distinct from (s.kind, s.name, s.rank, s.props, s.geom, ${dataset})`
  const added = await sql`
    insert into basemap.features (source, source_id, theme, kind, name, rank, props, geom, dataset)
    select 'osm', s.source_id, s.theme, s.kind, s.name, s.rank, s.props, s.geom, ${dataset} from staged s
    where not exists (
      select from basemap.features f where f.source = 'osm' and f.source_id = s.source_id and f.theme = s.theme
    )`
  if (isFirst) await sql`select basemap.index_features()`
  return changed.count + added.count
}

/** Removes what the dataset no longer holds. Returns how many rows that were. */
export async function removeGone(sql: Sql, dataset: string): Promise<number> {
  const { count } = await sql`
    delete from basemap.features f
    where f.source = 'osm' and f.dataset = ${dataset}
      and not exists (select from staged s where s.source_id = f.source_id and s.theme = f.theme)`
  return count
}

/** Removes the schematic plan. Returns how many rows that were. */
export async function removeSchematic(sql: Sql): Promise<number> {
  const { count } = await sql`delete from basemap.features where source = 'schematic'`
  await sql`delete from basemap.datasets where source = 'schematic'`
  return count
}

export async function countDataset(sql: Sql, dataset: string): Promise<number> {
  const [row] = await sql<{ count: number }[]>`
    select count(*)::int as count from basemap.features where source = 'osm' and dataset = ${dataset}`
  return row!.count
}

/** Writes the dataset's row; imported_at moves only when its content did. */
export const keepDataset = (sql: Sql, dataset: Dataset, changed: boolean) => sql`
  insert into basemap.datasets as d (id, source, title, attribution, bounds, sha256, counts)
  values (${dataset.id}, 'osm', ${dataset.title}, ${dataset.attribution},
    ${dataset.bounds ? [...dataset.bounds] : null}::float8[], ${dataset.sha256}, ${sql.json(dataset.counts)})
  on conflict (id) do update
  set title = excluded.title, attribution = excluded.attribution, bounds = excluded.bounds, sha256 = excluded.sha256,
    counts = excluded.counts, imported_at = case when ${changed} then now() else d.imported_at end`

/** The map opens on what was imported, and the ground is no longer a drawing. */
export async function keepSettings(sql: Sql, bounds: Dataset['bounds']): Promise<void> {
  const values = { schematic: false, ...(bounds && { bounds: [...bounds] }) }
  for (const [key, value] of Object.entries(values)) {
    await sql`
      insert into core.settings (key, value) values (${key}, ${JSON.stringify(value)}::text::jsonb)
      on conflict (key) do update set value = excluded.value`
  }
}

/** Refreshes the planner's statistics, rebuilds the search index and tells listeners. */
export async function publishBasemap(sql: Sql): Promise<void> {
  await sql`analyze basemap.features (source, source_id, theme, kind, name, dataset)`
  await sql`select basemap.refresh_places()`
  await sql`select core.notify_reload('basemap')`
}
