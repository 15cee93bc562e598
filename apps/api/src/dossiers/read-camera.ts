import type { LayerDefinition } from '@trygghetskartan/layers'
import {
  type Box,
  type CameraMeasure,
  type CameraReport,
  type CameraReportInputs,
  cameraReport,
  cameraShape,
  type DensityEdition,
  isRefusal,
  type LayerObject,
  measureFrom,
  type Town,
  townFrom,
} from '@trygghetskartan/siting'
import type { MultiPolygon } from 'geojson'
import type { Caller } from '../auth.ts'
import type { Sql } from '../database/database.ts'
import { ProblemError } from '../errors.ts'
import type { StoredObject } from '../queries/measures.ts'
import { readDemand } from '../siting/read-demand.ts'
import { readGround } from '../siting/read-ground.ts'
import { checkedBox } from '../siting/study-box.ts'

/** A camera with all that its dossier is composed of. */
export interface CameraRead {
  readonly box: Box
  readonly camera: CameraMeasure
  readonly inputs: CameraReportInputs
  readonly town: Town
  readonly report: CameraReport
  readonly area: MultiPolygon
  readonly masks: CameraMeasure['masks']
}

/** Metres: events and reports are compared within 500 m of the camera, and a study box is at most 4 km². */
const [leastAbout, mostAbout] = [520, 990]
const metresPerDegree = 111_195.08

/** Ground and demand about a camera, and what it sees of them. 422 in the words of siting where it can see nothing. */
export async function readCamera(
  sql: Sql,
  layers: readonly LayerDefinition[],
  caller: Caller,
  object: StoredObject,
  edition: DensityEdition,
): Promise<CameraRead> {
  const camera = measureFrom(object.layer.siting!, {
    id: object.id,
    layer: object.layer.id,
    title: String(object.properties.title ?? ''),
    geometry: object.geometry as LayerObject['geometry'],
    properties: object.properties,
  })
  if (camera?.kind !== 'camera') throw new Error('a camera is no camera to siting')
  const box = boxAbout(camera)
  const ground = await readGround(sql, layers, caller.audience, box)
  const demand = await readDemand(sql, caller.audience, box)
  const inputs = { camera, edition, ground, demand, others: [] }
  const town = townFrom(ground)
  const report = cameraReport(inputs)
  const shape = cameraShape(town, camera, edition)
  if (isRefusal(report)) throw unseeing(report.text)
  if (isRefusal(shape)) throw unseeing(shape.text)
  if (shape.seen.length === 0) throw unseeing(nothing)
  const coordinates = shape.seen as unknown as MultiPolygon['coordinates']
  return {
    ...{ box, camera, inputs, town, report },
    area: { type: 'MultiPolygon', coordinates },
    masks: camera.masks,
  }
}

const nothing = { sv: 'Kameran ser ingen mark.', en: 'The camera sees no ground.' }

const unseeing = ({ sv, en }: { sv: string; en: string }): ProblemError =>
  new ProblemError('invalid', { sv, en }, { errors: [{ field: 'figures', message: { sv, en } }] })

function boxAbout({ at: [lon, lat], camera }: CameraMeasure): Box {
  const metres = Math.min(mostAbout, Math.max(leastAbout, (camera.reach ?? 0) + 20))
  const north = metres / metresPerDegree
  const east = north / Math.cos((lat * Math.PI) / 180)
  return checkedBox([lon - east, lat - north, lon + east, lat + north])
}
