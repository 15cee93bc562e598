export interface Queue {
  /** Runs the work when its turn comes; undefined at once where too many wait already. */
  run<T>(work: () => Promise<T>): Promise<T> | undefined
}

/** Work that is heavy: so many at a time, so many more waiting, and no more. */
export function createQueue({ atOnce, waiting }: { atOnce: number; waiting: number }): Queue {
  const line: (() => void)[] = []
  let running = 0
  const turn = (): Promise<void> => {
    if (running < atOnce) {
      running += 1
      return Promise.resolve()
    }
    return new Promise((resolve) => line.push(resolve))
  }
  return {
    run(work) {
      if (running >= atOnce && line.length >= waiting) return undefined
      return turn().then(async () => {
        try {
          return await work()
        } finally {
          // The place goes on to the next; nobody can slip in between.
          const next = line.shift()
          if (next) next()
          else running -= 1
        }
      })
    },
  }
}
