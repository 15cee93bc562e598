import type { FromWorker, ToWorker } from './worker-protocol.ts'

/** The part of a Worker that is used. */
export type WorkerPort = Pick<Worker, 'postMessage' | 'onmessage' | 'onerror' | 'terminate'>

interface Question<Known, Work, Report> {
  readonly number: number
  readonly lane: string
  readonly known: Known
  readonly work: Work
  readonly onProgress: ((done: number) => void) | undefined
  readonly settle: (answer: FromWorker<Report> | null) => void
}

export interface AskOptions {
  readonly onProgress?: (done: number) => void
  /** Questions of different lanes do not overtake each other. */
  readonly lane?: string
}

/**
 * Reckons beside the page. One question is worked on at a time and only the latest of each lane waits: one that is overtaken
 * answers null, so that dragging never queues up work nobody will look at. `nameOf`: what is known under the same name is the
 * same, and is not sent again.
 */
export function workerClient<Known, Work, Report>(open: () => WorkerPort, nameOf: (known: Known) => string) {
  type Asked = Question<Known, Work, Report>
  let port: WorkerPort | null = null
  let told: string | null = null
  let numbers = 0
  let asked: Asked | null = null
  /** By lane; the longest waiting first. */
  const waiting = new Map<string, Asked>()

  const settle = (answer: FromWorker<Report> | null) => {
    const done = asked
    asked = null
    done?.settle(answer)
    const [next] = waiting.values()
    if (!next) return
    waiting.delete(next.lane)
    send(next)
  }
  const tell = (to: WorkerPort, message: ToWorker<Known, Work>) => to.postMessage(message)
  const send = (question: Asked) => {
    if (!port) {
      port = open()
      port.onmessage = ({ data }: MessageEvent<FromWorker<Report>>) => {
        if (data.number !== asked?.number) return
        if (data.done === undefined) settle(data)
        else asked.onProgress?.(data.done)
      }
      port.onerror = () => settle({ number: asked?.number ?? 0, error: 'The worker failed' })
    }
    asked = question
    const { known, number, work } = question
    const name = nameOf(known)
    if (name !== told) tell(port, { type: 'known', known })
    told = name
    tell(port, { type: 'work', number, work })
  }
  const end = () => {
    port?.terminate()
    port = null
    told = null
    const left = [...(asked ? [asked] : []), ...waiting.values()]
    asked = null
    waiting.clear()
    for (const question of left) question.settle(null)
  }
  return {
    /** The report, or null where a later question has taken its place. Rejects where reckoning breaks down. */
    ask(known: Known, work: Work, { onProgress, lane = '' }: AskOptions = {}): Promise<Report | null> {
      return new Promise((resolve, reject) => {
        const question: Asked = {
          number: ++numbers,
          lane,
          known,
          work,
          onProgress,
          settle: (answer) => {
            if (answer?.error !== undefined) reject(new Error(answer.error))
            else resolve(answer?.report ?? null)
          },
        }
        if (!asked) return send(question)
        waiting.get(lane)?.settle(null)
        waiting.set(lane, question)
      })
    },
    /** Stops what is worked on, however long it would take: it answers null. The next question starts afresh. */
    cancel: end,
    close: end,
  }
}
