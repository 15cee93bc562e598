/** What a worker is told: what questions are about, sent once for as long as it is the same, and the questions. */
export type ToWorker<Known, Work> =
  | { readonly type: 'known'; readonly known: Known }
  | { readonly type: 'work'; readonly number: number; readonly work: Work }

/** What it says: how far it has come, 0 to 1, any number of times; then its report, or what went wrong. */
export interface FromWorker<Report> {
  readonly number: number
  readonly done?: number
  readonly report?: Report
  readonly error?: string
}

/** How a question is answered. `tell`: says how far one has come. */
export type Reckon<Known, Work, Report> = (
  work: Work,
  known: Known,
  tell: (done: number) => void,
) => Report | Promise<Report>

/** What the worker does with each message: remembers what is known, and reckons with it. */
export function workerService<Known, Work, Report>(
  answer: (message: FromWorker<Report>) => void,
  reckon: Reckon<Known, Work, Report>,
): (message: ToWorker<Known, Work>) => Promise<void> {
  let known: Known | undefined
  return async (message) => {
    if (message.type === 'known') {
      known = message.known
      return
    }
    const { number, work } = message
    try {
      if (known === undefined) throw new Error('Nothing is known yet')
      const report = await reckon(work, known, (done) => answer({ number, done }))
      answer({ number, report })
    } catch (error) {
      answer({ number, error: error instanceof Error ? error.message : String(error) })
    }
  }
}
