import { existsSync, statfsSync } from 'node:fs'
import { dirname } from 'node:path'
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
  let thread: Promise<Worker> | null = null
  let ending: Promise<unknown> | null = null
  let running: Request | null = null
  let stream: EngineStream | null = null
  let limit: number | null = null
  let timer: NodeJS.Timeout | undefined
  let stopping = false

  const launch = async (): Promise<Worker> => {
    await ending
    if (stopping) throw problem('unavailable')
    const worker = new Worker(new URL('./embedded-worker.ts', import.meta.url), { workerData: settings })
    let ready = false
    return new Promise((resolve, reject) => {
      const failed = (cause: unknown): void => {
        const reason = problem(isFull(settings.dataFolder) ? 'full' : 'unavailable', cause)
        if (ready) lose(worker, reason)
        else reject(reason)
      }
      worker.once('error', failed)
      worker.once('exit', (code) => failed(new Error(`The engine ended with ${code}`)))
      worker.on('message', (answer: EngineAnswer) => {
        if (answer.type === 'ready') {
          ready = true
          resolve(worker)
        } else receive(answer)
      })
    })
  }

  const ensure = (): Promise<Worker> => {
    if (thread) return thread
    const launched = launch()
    thread = launched
    // What hindered it, such as a full disk, may be gone at the next attempt.
    launched.catch(() => {
      thread = null
    })
    return launched
  }

  const receive = (answer: EngineAnswer): void => {
    if (answer.type === 'data') running?.stream.push(Buffer.from(answer.bytes.buffer))
    if (answer.type !== 'done') return
    const finished = running
    running = null
    rearm()
    finished?.done()
  }

  /** Ends a thread that will not answer any more and starts another on the same folder. */
  const lose = async (worker: Worker, reason: DatabaseProblem): Promise<void> => {
    clearTimeout(timer)
    worker.removeAllListeners()
    worker.on('error', () => {})
    running = null
    thread = null
    // Two engines must never have the folder at once.
    ending = worker.terminate()
    stream?.destroy(reason)
    await ensure().then(onReturn, () => {})
  }

  /** One clock for both: a statement that does not end, and a transaction that nobody goes on with. */
  const rearm = (): void => {
    clearTimeout(timer)
    if (limit === null) return
    timer = setTimeout(
      async () => {
        if (running && thread) await lose(await thread, problem('timeout'))
        else stream?.destroy(problem('timeout'))
      },
      running ? limit : limit * 2,
    )
  }

  const send = (request: Request, bytes: Uint8Array): void => {
    running = request
    rearm()
    ensure().then(
      (worker) => worker.postMessage({ type: 'exec', bytes } satisfies EngineRequest),
      (error: Error) => request.stream.destroy(error),
    )
  }

  await ensure()
  return {
    async open() {
      stream?.destroy()
      await ensure()
      stream = new EngineStream(send)
      return stream
    },
    watch(next) {
      limit = next
      rearm()
    },
    async stop() {
      stopping = true
      clearTimeout(timer)
      const worker = await thread?.catch(() => null)
      if (!worker) return
      const stopped = new Promise((resolve) => worker.removeAllListeners().once('exit', resolve))
      worker.postMessage({ type: 'stop' } satisfies EngineRequest)
      await stopped
    },
  }
}

/** PostgreSQL gives up where it cannot add to its log, whose files are 16 MB each. */
const logFile = 16 * 1024 * 1024

function isFull(folder: string): boolean {
  const { bavail, bsize } = statfsSync(existsSync(folder) ? folder : dirname(folder))
  return bavail * bsize < logFile
}

const problem = (code: DatabaseProblemCode, cause?: unknown): DatabaseProblem =>
  new DatabaseProblem(code, problemText(code), { cause })

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
