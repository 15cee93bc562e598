import { parentPort } from 'node:worker_threads'
import { cutTile } from './cut-tile.ts'
import type { FromWorker, ToWorker, WorkerSource } from './worker-messages.ts'

/** The thread that cuts tiles: it is told of each snapshot and then asked for tiles. */
const port = parentPort
if (!port) throw new Error('tile-worker.ts runs as a worker thread')
const snapshots = new Map<string, readonly WorkerSource[]>()

port.on('message', (message: ToWorker) => {
  if (message.kind === 'snapshot') {
    snapshots.set(message.snapshot.key, message.snapshot.sources)
    return
  }
  const { job, key, z, x, y } = message
  try {
    const tile = cutTile(snapshots.get(key) ?? [], z, x, y)
    const answer: FromWorker = { job, tile }
    port.postMessage(answer)
  } catch (error) {
    const answer: FromWorker = {
      job,
      error: error instanceof Error ? (error.stack ?? error.message) : String(error),
    }
    port.postMessage(answer)
  }
})
