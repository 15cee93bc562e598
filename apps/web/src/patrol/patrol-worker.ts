import type { PackedIncidents } from '../hotspots/use-incidents.ts'
import { type ToWorker, workerService } from '../workers/worker-protocol.ts'
import type { PatrolWork } from './patrol-protocol.ts'
import { reckonPatrol } from './patrol-service.ts'

const serve = workerService((message) => postMessage(message), reckonPatrol)
addEventListener(
  'message',
  ({ data }: MessageEvent<ToWorker<PackedIncidents, PatrolWork>>) => void serve(data),
)
