import type { Refusal } from '@trygghetskartan/siting'
import type { FromWorker, KnownTown, Reports, ToWorker, WorkKind, WorkOf } from './siting-protocol.ts'

/** The part of a Worker that is used. */
export type WorkerPort = Pick<Worker, 'postMessage' | 'onmessage' | 'onerror' | 'terminate'>

interface Question {
  readonly number: number
  readonly town: KnownTown
  readonly work: WorkOf<WorkKind>
  readonly settle: (report: FromWorker | null) => void
}

/**
 * Reckons beside the page. One question is worked on at a time and only the latest waits: one that is overtaken answers
 * null, so that dragging never queues up work nobody will look at.
 */
export function sitingClient(open: () => WorkerPort) {
  let port: WorkerPort | null = null
  let known = ''
  let numbers = 0
  let asked: Question | null = null
  let waiting: Question | null = null

  const settle = (answer: FromWorker | null) => {
    const done = asked
    asked = null
    done?.settle(answer)
    const next = waiting
    waiting = null
    if (next) send(next)
  }
  const tell = (to: WorkerPort, message: ToWorker) => to.postMessage(message)
  const send = (question: Question) => {
    if (!port) {
      port = open()
      port.onmessage = ({ data }: MessageEvent<FromWorker>) => {
        if (data.number === asked?.number) settle(data)
      }
      port.onerror = () => settle({ number: asked?.number ?? 0, error: 'The worker failed' })
    }
    asked = question
    const { town, number, work } = question
    const name = `${town.groundDigest} ${town.demandDigest}`
    if (name !== known) tell(port, { type: 'town', town })
    known = name
    tell(port, { type: 'work', number, work })
  }
  return {
    /** The report, why there is none, or null where a later question has taken its place. Rejects where reckoning breaks down. */
    ask<Kind extends WorkKind>(town: KnownTown, work: WorkOf<Kind>): Promise<Reports[Kind] | Refusal | null> {
      return new Promise((resolve, reject) => {
        const question: Question = {
          number: ++numbers,
          town,
          work,
          settle: (answer) => {
            if (answer?.error !== undefined) reject(new Error(answer.error))
            else resolve((answer?.report as Reports[Kind] | undefined) ?? null)
          },
        }
        if (!asked) return send(question)
        waiting?.settle(null)
        waiting = question
      })
    },
    close(): void {
      port?.terminate()
      port = null
      known = ''
      for (const question of [asked, waiting]) question?.settle(null)
      asked = null
      waiting = null
    },
  }
}
