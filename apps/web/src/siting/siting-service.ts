import { cameraReport, clearanceReport, lightReport, type Refusal } from '@trygghetskartan/siting'
import type { FromWorker, KnownTown, Reports, SitingWork, ToWorker, WorkKind } from './siting-protocol.ts'

/** What the worker does with each message: remembers the town, and reckons with it. */
export function sitingService(answer: (message: FromWorker) => void): (message: ToWorker) => void {
  let town: KnownTown | null = null
  return (message) => {
    if (message.type === 'town') {
      town = message.town
      return
    }
    const { number, work } = message
    try {
      if (!town) throw new Error('No town is known yet')
      answer({ number, report: reportOn(work, town) })
    } catch (error) {
      answer({ number, error: error instanceof Error ? error.message : String(error) })
    }
  }
}

function reportOn(work: SitingWork, { ground, demand }: KnownTown): Reports[WorkKind] | Refusal {
  switch (work.kind) {
    case 'camera':
      return cameraReport({ ...work, ground, demand })
    case 'light':
      return lightReport({ ...work, ground, demand })
    case 'clearance':
      return clearanceReport({ ...work, ground, demand })
  }
}
