import type { ToWorker } from './siting-protocol.ts'
import { sitingService } from './siting-service.ts'

const serve = sitingService((message) => postMessage(message))
addEventListener('message', ({ data }: MessageEvent<ToWorker>) => serve(data))
