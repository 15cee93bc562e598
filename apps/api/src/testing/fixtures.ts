import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type LayerDefinition, measureStatuses } from '@trygghetskartan/layers'
import type { Geometry } from 'geojson'
import type { Sql } from '../database/database.ts'

const folder = join(import.meta.dirname, '..', '..', '..', '..', 'data', 'fixtures')

export interface FixtureObject {
  readonly id: string
  readonly geometry: Geometry
  readonly properties: Readonly<Record<string, unknown>>
}

/** The objects of a layer's fixture, each with what the layer's own rules make of it. */
export async function fixtureOf(layer: LayerDefinition): Promise<FixtureObject[]> {
  const { features } = JSON.parse(await readFile(join(folder, `${layer.id}.geojson`), 'utf8')) as {
    features: FixtureObject[]
  }
  return features.map(({ id, geometry, properties }) => ({
    id,
    geometry,
    properties: layer.properties.parse(properties) as Record<string, unknown>,
  }))
}

/** Whether those outside the staff see it: decided measures, and no share of a handful of answers. */
export const isOpen = (layer: LayerDefinition, { properties }: FixtureObject): boolean =>
  layer.measure
    ? measureStatuses.some((status) => status.public && status.value === properties.status)
    : properties.state !== 'noted' &&
      (typeof properties.respondents !== 'number' || properties.respondents >= 30)

/** Stores it as the owner, past every audience's door. */
export async function storeFixture(sql: Sql, layer: LayerDefinition, object: FixtureObject): Promise<void> {
  const columns = Object.keys(object.properties)
  const names = (prefix: string) => columns.map((name) => sql`${sql(`${prefix}${name}`)}`)
  const listed = (prefix: string) => names(prefix).reduce((all, name) => sql`${all}, ${name}`)
  await sql`
    insert into core.${sql(layer.id)} (id, geom, ${listed('')})
    select ${object.id}::uuid, ST_SetSRID(ST_GeomFromGeoJSON(${JSON.stringify(object.geometry)}), 4326), ${listed('r.')}
    from jsonb_populate_record(null::core.${sql(layer.id)}, ${JSON.stringify(object.properties)}::text::jsonb) r`
}
