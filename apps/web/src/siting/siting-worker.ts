import { type ToWorker, workerService } from '../workers/worker-protocol.ts'
import type { KnownTown, SitingWork } from './siting-protocol.ts'
import { reportOn } from './siting-service.ts'

const serve = workerService((message) => postMessage(message), reportOn)
addEventListener('message', ({ data }: MessageEvent<ToWorker<KnownTown, SitingWork>>) => void serve(data))
