import { type ToWorker, workerService } from '../workers/worker-protocol.ts'
import type { HotspotWork } from './hotspot-protocol.ts'
import { reckonHotspots } from './hotspot-service.ts'
import type { PackedIncidents } from './use-incidents.ts'

const serve = workerService((message) => postMessage(message), reckonHotspots)
addEventListener(
  'message',
  ({ data }: MessageEvent<ToWorker<PackedIncidents, HotspotWork>>) => void serve(data),
)
