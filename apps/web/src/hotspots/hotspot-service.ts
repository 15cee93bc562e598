import type { FromWorker } from '../workers/worker-protocol.ts'
import { explain } from './explain.ts'
import type { HotspotReports, HotspotWork } from './hotspot-protocol.ts'
import { incidentsOf } from './known-incidents.ts'
import { nearAnswer, predictionAnswer } from './long-answers.ts'
import { pictureOf } from './picture-of.ts'
import { pointsIn } from './points-in.ts'
import type { PackedIncidents } from './use-incidents.ts'
import { wholeAnswer } from './whole-answer.ts'

/** What the worker answers. */
export async function reckonHotspots(
  work: HotspotWork,
  packed: PackedIncidents,
  tell: (done: NonNullable<FromWorker<never>['done']>) => void,
): Promise<HotspotReports[keyof HotspotReports]> {
  const incidents = incidentsOf(packed)
  switch (work.kind) {
    case 'picture':
      return pictureOf(incidents, work.question, work.streets)
    case 'explain':
      return explain(incidents, work.question, work.at)
    case 'near':
      return nearAnswer(incidents, work.question, tell)
    case 'prediction':
      return predictionAnswer(incidents, work.question, tell)
    case 'whole':
      return wholeAnswer(incidents, work.question, work.streets, tell)
    case 'points':
      return pointsIn(incidents, work.question, work.box)
  }
}
