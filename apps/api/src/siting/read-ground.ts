import type { Audience, LayerDefinition } from '@trygghetskartan/layers'
import {
  type Box,
  type Ground,
  type GroundArea,
  type GroundBuilding,
  type GroundCamera,
  type GroundLamp,
  type GroundStreet,
  type LayerObject,
  measureFrom,
  type SitingMeasure,
} from '@trygghetskartan/siting'
import type { Sql } from '../database/database.ts'
import {
  type BuildingRow,
  countBuildings,
  type GroundRow,
  readBuildings,
  readFeatures,
  readSources,
  readStanding,
} from '../queries/ground.ts'
import { homeAssumptions, useOfBuilding } from './building-use.ts'
import { sensitiveAreas } from './sensitive-areas.ts'
import { linesOf, pointOf, polygonsOf, squareMetres } from './shapes.ts'
import { streetWidth } from './street-width.ts'
import { mostBuildings, tooManyBuildings } from './study-box.ts'

/** Houses whose ground about them is their own. */
const yardKinds = ['house', 'detached', 'semidetached_house', 'terrace', 'bungalow', 'villa', 'farm']
/** What one cannot see through at eye height. */
const dense = new Set(['scrub', 'shrubbery', 'wood', 'forest', 'hedge'])

/**
 * Layers that siting reads what stands from: those that both planners and the police know, so that the same ground is the same to all
 * who work on a plan, and a saved run tells nobody what is for others.
 */
export const sharedSitingLayers = (layers: readonly LayerDefinition[]): LayerDefinition[] =>
  layers.filter(({ siting, audiences }) => siting && audiences.planner && audiences.police)

/** What stands in a box of the map and of our own layers. 422 where it holds more than 20,000 buildings. */
export async function readGround(
  sql: Sql,
  layers: readonly LayerDefinition[],
  audience: Audience,
  box: Box,
): Promise<Ground> {
  if ((await countBuildings(sql, box)) > mostBuildings) throw tooManyBuildings()
  const buildings = await readBuildings(sql, box, { yard: homeAssumptions.yard, yardKinds })
  const features = await readFeatures(sql, box)
  const of = (theme: string) => features.filter((row) => row.theme === theme)
  const measures: SitingMeasure[] = []
  for (const layer of sharedSitingLayers(layers))
    for (const row of await readStanding(sql, layer, audience, box)) {
      const measure = measureFrom(layer.siting!, {
        id: row.id,
        layer: layer.id,
        title: String(row.properties.title ?? ''),
        geometry: row.geometry as LayerObject['geometry'],
        properties: row.properties,
      })
      if (measure) measures.push(measure)
    }
  return {
    box,
    buildings: buildings.flatMap(buildingsOf),
    // The imported map keeps no walls and fences yet.
    walls: [],
    streets: of('road').flatMap(streetsOf),
    lamps: of('lamp').flatMap(lampOf),
    cameras: of('camera').flatMap(cameraOf),
    greenery: of('green')
      .filter(({ kind }) => dense.has(kind))
      .flatMap(areasOf),
    sensitive: sensitiveAreas(features, buildings),
    water: of('water').flatMap(areasOf),
    measures: measures.sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)),
    sources: await readSources(sql),
  }
}

const number = (value: unknown): number | null => (typeof value === 'number' ? value : null)
const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null)

/** Homes are counted once, in the first part of a building of several. */
function buildingsOf({
  id,
  kind,
  name,
  props,
  geometry,
  addresses,
  interests,
}: BuildingRow): GroundBuilding[] {
  const parts = polygonsOf(geometry)
  const footprint = parts.reduce((sum, rings) => sum + squareMetres(rings), 0)
  const [height, levels] = [number(props.height), number(props.levels)]
  const { use, homes } = useOfBuilding({ kind, footprint, levels, height, addresses, interests })
  return parts.map((rings, i) => ({
    id,
    use,
    homes: i === 0 ? homes : 0,
    homesAssumed: homes > 0,
    ...(name && { name }),
    ...(height !== null && { height }),
    rings,
  }))
}

/** Each line of a road, with its width. */
export const streetsOf = ({ id, kind, name, props, geometry }: GroundRow): GroundStreet[] =>
  linesOf(geometry)
    .filter((line) => line.length > 1)
    .map((line) => ({
      id,
      kind,
      ...(name && { name }),
      ...streetWidth(kind, props.width),
      lit: typeof props.lit === 'boolean' ? props.lit : null,
      covered: props.tunnel === true || kind === 'corridor',
      line,
    }))

function lampOf({ id, props, geometry }: GroundRow): GroundLamp[] {
  const at = pointOf(geometry)
  const [height, lampType, mount] = [number(props.height), text(props.lamp_type), text(props.mount)]
  return at
    ? [
        {
          id,
          at,
          ...(height !== null && { height }),
          ...(lampType && { lampType }),
          ...(mount && { mount }),
        },
      ]
    : []
}

function cameraOf({ id, kind, props, geometry }: GroundRow): GroundCamera[] {
  const at = pointOf(geometry)
  const [direction, height, type] = [number(props.direction), number(props.height), text(props.type)]
  return at
    ? [
        {
          id,
          at,
          ...(direction !== null && { direction }),
          ...(type && { type }),
          kind,
          ...(height !== null && { height }),
        },
      ]
    : []
}

/** Each polygon of a feature. */
export const areasOf = ({ id, kind, name, geometry }: GroundRow): GroundArea[] =>
  polygonsOf(geometry).map((rings) => ({ id, kind, ...(name && { name }), rings }))
