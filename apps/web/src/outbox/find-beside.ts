import { findNonce, type ProofTask } from './proof-of-work.ts'

/** As `findNonce`, beside the page; in the page itself where no worker starts, such as where its file is no more after a new build. */
export function findBeside(task: ProofTask): Promise<string> {
  const { promise, resolve } = Promise.withResolvers<string>()
  const worker = new Worker(new URL('./proof-worker.ts', import.meta.url), { type: 'module' })
  worker.onmessage = ({ data }: MessageEvent<string>) => {
    worker.terminate()
    resolve(data)
  }
  worker.onerror = () => {
    worker.terminate()
    resolve(findNonce(task))
  }
  worker.postMessage(task)
  return promise
}
