import { Duplex } from 'node:stream'
import { Worker } from 'node:worker_threads'
import type { EngineAnswer, EngineRequest, EngineSettings } from './embedded-messages.ts'
import { DatabaseProblem, type DatabaseProblemCode, problemText } from './problem.ts'
import { createFramer } from './protocol.ts'

/** The embedded engine's thread, watched: it is ended and started anew when a statement outlives its limit. */
export interface Engine {
  /** A stream to the engine. There is one session, so an earlier stream is closed. */
  open(): Promise<Duplex>
  /** Sets the limit of each statement from now on, in milliseconds; null between transactions. */
  watch(limit: number | null): void
  stop(): Promise<void>
}

export interface EngineOptions extends EngineSettings {
  /** Called when the engine is back after it was ended. */
  readonly onReturn: () => void
}

interface Request {
  readonly stream: EngineStream
  readonly done: () => void
}

/** Throws `unavailable` when the engine cannot open its folder. */
export async function startEngine({ onReturn, ...settings }: EngineOptions): Promise<Engine> {
  let worker: Promise<Worker>
  let running: Request | null = null
  let stream: EngineStream | null = null
  let limit: number | null = null
  let timer: NodeJS.Timeout | undefined
  let stopping: (() => void) | null = null

  const launch = (): Promise<Worker> => {
    const started = new Worker(new URL('./embedded-worker.ts', import.meta.url), { workerData: settings })
    return new Promise((resolve, reject) => {
      const failed = (cause: unknown): void => {
        reject(new DatabaseProblem('unavailable', problemText('unavailable'), { cause }))
        if (stopping) stopping()
        else replace(started, 'unavailable', cause)
      }
      started.once('error', failed)
      started.once('exit', () => failed(new Error('The engine ended')))
      started.on('message', (answer: EngineAnswer) => {
        if (answer.type === 'ready') resolve(started)
        else receive(answer)
      })
    })
  }

  const receive = (answer: EngineAnswer): void => {
    if (answer.type === 'stopped') stopping?.()
    else if (answer.type === 'data') running?.stream.push(Buffer.from(answer.bytes.buffer))
    else if (answer.type === 'done') {
      const finished = running
      running = null
      rearm()
      finished?.done()
    }
  }

  /** Ends a thread that will not answer any more and starts another on the same folder. */
  const replace = (ended: Worker, code: DatabaseProblemCode, cause?: unknown): void => {
    clearTimeout(timer)
    ended.removeAllListeners()
    ended.on('error', () => {})
    stream?.destroy(new DatabaseProblem(code, problemText(code), { cause }))
    running = null
    worker = ended.terminate().then(launch)
    worker.then(onReturn, () => {})
  }

  /** One clock for both: a statement that does not end, and a transaction that nobody goes on with. */
  const rearm = (): void => {
    clearTimeout(timer)
    if (limit === null) return
    timer = setTimeout(
      async () => {
        if (running) replace(await worker, 'timeout')
        else stream?.destroy(new DatabaseProblem('timeout', problemText('timeout')))
      },
      running ? limit : limit * 2,
    )
  }

  const send = (request: Request, bytes: Uint8Array): void => {
    running = request
    rearm()
    worker.then(
      (thread) => thread.postMessage({ type: 'exec', bytes } satisfies EngineRequest),
      request.stream.fail,
    )
  }

  worker = launch()
  await worker
  return {
    async open() {
      stream?.destroy()
      await worker
      stream = new EngineStream(send)
      return stream
    },
    watch(next) {
      limit = next
      rearm()
    },
    async stop() {
      clearTimeout(timer)
      const thread = await worker
      await new Promise<void>((resolve) => {
        stopping = resolve
        thread.postMessage({ type: 'stop' } satisfies EngineRequest)
      })
      await thread.terminate()
    },
  }
}

type Send = (request: Request, bytes: Uint8Array) => void

/** What the driver takes for its socket. */
class EngineStream extends Duplex {
  /** The driver says goodbye only to a socket that is open. */
  readyState: 'open' | 'closed' = 'open'
  readonly #frame = createFramer()
  readonly #send: Send

  constructor(send: Send) {
    super()
    this.#send = send
  }

  readonly fail = (error: Error): void => {
    this.destroy(error)
  }

  override _read(): void {}

  override _write(chunk: Buffer, _encoding: BufferEncoding, callback: () => void): void {
    const whole = this.#frame(chunk)
    if (whole === null) callback()
    else this.#send({ stream: this, done: callback }, new Uint8Array(whole))
  }

  override _final(callback: () => void): void {
    this.push(null)
    callback()
  }

  override _destroy(error: Error | null, callback: (error: Error | null) => void): void {
    this.readyState = 'closed'
    callback(error)
  }
}
