import type { Sql } from '@trygghetskartan/api/database/database'

/** Two years of made-up incidents: everywhere a few, around ten corners more, and at one of them on weekend nights. */
export async function writeIncidents(sql: Sql, count: number): Promise<void> {
  await sql`select setseed(0.42)`
  await sql`
    insert into core.incidents (geom, occurred_from, occurred_to, time_precision, kind, precision, source, content)
    select ST_SetSRID(ST_MakePoint(
        14.1565 + case when near < 0.6 then 0.003 * sin(corner * 2.1) * corner + 0.0008 * (random() + random() - 1) else 0.09 * (random() - 0.5) end,
        56.0294 + case when near < 0.6 then 0.002 * cos(corner * 2.1) * corner + 0.0005 * (random() + random() - 1) else 0.05 * (random() - 0.5) end
      ), 4326),
      moment, moment + case when i % 5 = 0 then interval '6 hours' else interval '0' end, 'minute',
      (array['assault', 'fight', 'bicycle_theft', 'vandalism', 'drunkenness', 'threat', 'drug_possession', 'traffic_offence'])[1 + (i + corner) % 8],
      case when i % 13 = 0 then 'municipality' when i % 3 = 0 then 'street' else 'exact' end,
      'bench', decode(md5('incident ' || i), 'hex')
    from (
      select i, near, corner,
        date_trunc('day', now()) - interval '1 day' * floor(720 * random())
          + interval '1 minute' * floor(1440 * case when near < 0.6 then 0.75 + 0.4 * random() else random() end) as moment
      from (select i, random() as near, i % 10 as corner from generate_series(1, ${count}) i) a
    ) b`
}
