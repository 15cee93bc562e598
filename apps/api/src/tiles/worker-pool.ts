import { Worker } from 'node:worker_threads'
import type { FinishedTile, FromWorker, ToWorker, WorkerSnapshot } from './worker-messages.ts'

export interface WorkerPool {
  /** Gives every worker the newest snapshot of a kind of tile. Tiles asked for afterwards are cut from it. */
  show(snapshot: WorkerSnapshot): void
  cut(key: string, z: number, x: number, y: number): Promise<FinishedTile>
  close(): Promise<void>
}

interface Waiting {
  readonly resolve: (tile: FinishedTile) => void
  readonly reject: (error: Error) => void
}

interface Member {
  worker: Worker
  readonly waiting: Map<number, Waiting>
}

/** A few threads that cut tiles. One that dies is replaced, and only the tiles it was cutting fail. */
export function createWorkerPool(size: number): WorkerPool {
  const snapshots = new Map<string, WorkerSnapshot>()
  let nextJob = 1
  let closing = false

  const start = (member: Member): void => {
    const worker = new Worker(new URL('./tile-worker.ts', import.meta.url))
    member.worker = worker
    worker.on('message', (answer: FromWorker) => {
      const waiting = member.waiting.get(answer.job)
      member.waiting.delete(answer.job)
      if ('tile' in answer) waiting?.resolve(answer.tile)
      else waiting?.reject(new Error(answer.error))
    })
    const replace = (error: Error) => {
      if (member.worker !== worker) return
      for (const { reject } of member.waiting.values()) reject(error)
      member.waiting.clear()
      if (!closing) start(member)
    }
    worker.on('error', (error) => replace(error instanceof Error ? error : new Error(String(error))))
    worker.on('exit', (code) => replace(new Error(`A tile worker stopped (code ${code}).`)))
    for (const snapshot of snapshots.values()) post(member, { kind: 'snapshot', snapshot })
  }

  const members: Member[] = Array.from({ length: size }, () => {
    const member = { waiting: new Map() } as unknown as Member
    start(member)
    return member
  })

  return {
    show(snapshot) {
      snapshots.set(snapshot.key, snapshot)
      for (const member of members) post(member, { kind: 'snapshot', snapshot })
    },
    cut: (key, z, x, y) =>
      new Promise((resolve, reject) => {
        const member = members.reduce((least, each) =>
          each.waiting.size < least.waiting.size ? each : least,
        )
        const job = nextJob++
        member.waiting.set(job, { resolve, reject })
        post(member, { kind: 'tile', job, key, z, x, y })
      }),
    async close() {
      closing = true
      await Promise.all(members.map((member) => member.worker.terminate()))
    },
  }
}

const post = (member: Member, message: ToWorker): void => member.worker.postMessage(message)
