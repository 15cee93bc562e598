import { answerTo, type IncidentColumns } from '@trygghetskartan/analysis'
import { isRefusal, type Refusal } from '@trygghetskartan/geo'
import { analysisOf, predictionOf } from './analysis-of.ts'
import { areaOf } from './area-of.ts'
import type { HotspotQuestion, NearAnswer, PredictionAnswer } from './hotspot-protocol.ts'

const toldBy = (tell: (done: number) => void) => ({
  onProgress: (done: number, of: number) => tell(of > 0 ? done / of : 1),
})

/** Whether incidents are followed by others nearby within days: hundreds of simulations, with progress. */
export async function nearAnswer(
  incidents: IncidentColumns,
  question: HotspotQuestion,
  tell: (done: number) => void,
): Promise<NearAnswer | Refusal> {
  const asked = analysisOf({ ...question, method: 'near' }, areaOf(incidents, question), 0)
  if (asked.kind !== 'knox') throw new Error('Not a question of near repeats')
  const found = await answerTo(asked, { incidents }, toldBy(tell))
  if (isRefusal(found)) return found
  const { n, table, remarks, leftOut, seed, parameters } = found
  const { distances, days, runs } = parameters
  return { n, distances, days, table, remarks, leftOut, runs, seed }
}

/** Whether the map, made again at each of the last months, would have predicted the one after. */
export async function predictionAnswer(
  incidents: IncidentColumns,
  question: HotspotQuestion,
  tell: (done: number) => void,
): Promise<PredictionAnswer | Refusal> {
  const asked = predictionOf(question, areaOf(incidents, question))
  const found = await answerTo(asked, { incidents }, toldBy(tell))
  if (isRefusal(found)) return found
  const { from, split, until } = asked.folds[0]!
  return {
    n: found.n,
    folds: found.judged,
    days: Math.round((until - split) / 1440),
    past: Math.round((split - from) / 1440),
    shares: found.accuracy.map(({ area, held, pai, pei }) => ({
      area,
      held,
      pai: pai.mean,
      paiLeast: pai.least,
      paiMost: pai.most,
      pei: pei.mean,
    })),
    remarks: found.remarks,
  }
}
