import { cameraReport, clearanceReport, lightReport, type Refusal } from '@trygghetskartan/siting'
import type { KnownTown, Reports, SitingWork, WorkKind } from './siting-protocol.ts'

/** What siting's worker answers. */
export function reportOn(work: SitingWork, { ground, demand }: KnownTown): Reports[WorkKind] | Refusal {
  switch (work.kind) {
    case 'camera':
      return cameraReport({ ...work, ground, demand })
    case 'light':
      return lightReport({ ...work, ground, demand })
    case 'clearance':
      return clearanceReport({ ...work, ground, demand })
  }
}
