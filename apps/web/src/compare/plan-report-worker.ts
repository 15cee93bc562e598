import { cameraShape, isRefusal, planReport, type Rings, townFrom } from '@trygghetskartan/siting'
import type { CommonInputs, FromPlanWorker, ToPlanWorker } from './plan-report-protocol.ts'

let common: CommonInputs | null = null

addEventListener('message', ({ data }: MessageEvent<ToPlanWorker>) => {
  if (data.type === 'common') common = data.common
  else postMessage(answerFor(data))
})

function answerFor({ plan, measures }: Extract<ToPlanWorker, { type: 'plan' }>): FromPlanWorker {
  try {
    if (!common) throw new Error('Nothing is known yet')
    const { ground } = common
    const watched = measures.flatMap((measure): readonly Rings[] => {
      if (measure.kind !== 'camera') return []
      const shape = cameraShape(townFrom(ground), measure, 2025)
      return isRefusal(shape) ? [] : shape.seen
    })
    return { plan, report: planReport({ ...common, measures }), watched }
  } catch (error) {
    return { plan, watched: [], error: error instanceof Error ? error.message : String(error) }
  }
}
