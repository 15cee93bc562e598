import { isRefusal } from '@trygghetskartan/geo'
import type { Site } from '../candidates/site.ts'
import type { ExistingAssets } from '../coverage/problem.ts'
import { knownCameraOf } from '../ground/assumed-camera.ts'
import { weekLength } from '../ground/hours-of-week.ts'
import { standingCameras } from '../reports/placed-camera.ts'
import type { Text } from '../reports/text.ts'
import { matrixOf } from './covered-risk.ts'
import { type DemandRows, type RowCover, rowsCovered } from './demand-rows.ts'
import { type CoverTerms, cameraPoints, measureCover } from './measure-cover.ts'
import type { ProposalInputs } from './request.ts'

/** What stands already and is fixed in: our own measures, and the map's cameras of public places whose view is known. */
export function existingAssets(
  site: Site,
  rows: DemandRows,
  { request, luminaires }: ProposalInputs,
): { readonly assets: ExistingAssets; readonly remarks: readonly Text[] } {
  const { ground } = site.town
  const remarks: Text[] = []
  const terms: CoverTerms = {
    edition: request.camera.edition,
    zone: request.camera.zone,
    lampReach: request.lamp.reach,
    luminaires,
  }
  const known = new Set(
    ground.cameras.flatMap((camera) => {
      const { direction, movement } = knownCameraOf(camera)
      return camera.kind === 'public' && (direction !== undefined || movement === 'ptz') ? [camera.id] : []
    }),
  )
  const mapped = standingCameras(site.town).cameras.filter(({ id }) => known.has(id))
  if (ground.cameras.length > 0)
    remarks.push({
      sv: `Av kartans ${ground.cameras.length} kameror räknas ${mapped.length} som befintlig bevakning: de som bevakar allmän plats och vars riktning är känd.`,
      en: `Of the map’s ${ground.cameras.length} cameras ${mapped.length} count as existing: those that watch public places and whose direction is known.`,
    })
  const ids = mapped.map(({ id }) => id)
  const always = rowsCovered(rows, new Float64Array(weekLength).fill(1))
  const covers: RowCover[] = mapped.map((camera) => always(cameraPoints(site, camera, terms)))
  for (const measure of ground.measures) {
    // The light of lamps that stand is in the darkness that is left, and not counted twice.
    if (measure.kind === 'light') continue
    const own = measureCover(site, measure, terms)
    if (isRefusal(own)) {
      remarks.push({
        sv: `”${measure.title}” räknas inte som befintlig: ${own.text.sv}`,
        en: `“${measure.title}” does not count as existing: ${own.text.en}`,
      })
      continue
    }
    ids.push(measure.id)
    covers.push(rowsCovered(rows, own.hours)(own.cover))
  }
  return { assets: { ids, cover: matrixOf(covers) }, remarks }
}
