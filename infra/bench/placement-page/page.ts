import type { Asked, Proved } from './proof-worker.ts'

declare global {
  interface Window {
    /** Has a worker of its own prove one problem. */
    prove: (asked: Asked) => Promise<Proved>
  }
}

window.prove = (asked) =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./proof-worker.ts', import.meta.url), { type: 'module' })
    worker.addEventListener('message', ({ data }: MessageEvent<Proved>) => {
      worker.terminate()
      resolve(data)
    })
    worker.addEventListener('error', ({ message }) => reject(new Error(message)))
    worker.postMessage(asked)
  })
