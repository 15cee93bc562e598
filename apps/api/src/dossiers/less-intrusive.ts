import type { Audience, LayerDefinition } from '@trygghetskartan/layers'
import type { DossierFigures } from '../contract-decisions.ts'
import type { Sql } from '../database/database.ts'
import { readNear } from '../queries/dossiers.ts'
import { sharedSitingLayers } from '../siting/read-ground.ts'

/** Metres about a camera within which other measures meet the same problem. A choice of this project. */
export const near = 100

const kinds = ['light', 'clearance', 'presence'] as const
const day = (value: unknown): string | null => (typeof value === 'string' ? value.slice(0, 10) : null)

/** Lighting, clearing and presence about a camera, done, under way and turned down: of the layers both planners and police know. */
export async function lessIntrusiveNear(
  sql: Sql,
  layers: readonly LayerDefinition[],
  audience: Audience,
  at: readonly [number, number],
): Promise<DossierFigures['lessIntrusive']> {
  const found: DossierFigures['lessIntrusive'] = []
  for (const layer of sharedSitingLayers(layers)) {
    const kind = kinds.find((one) => one === layer.siting?.kind)
    if (!kind) continue
    for (const { id, title, metres, properties } of await readNear(sql, layer, audience, at, near))
      found.push({
        id,
        layer: layer.id,
        kind,
        title,
        status: layer.measure && typeof properties.status === 'string' ? properties.status : '',
        metres: Math.round(metres),
        from: day(properties.starts_on ?? properties.valid_from),
        to: day(properties.completed_on ?? properties.valid_to),
      })
  }
  return found.sort((a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind) || a.metres - b.metres)
}
