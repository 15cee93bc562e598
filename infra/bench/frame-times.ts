import type { Browser, Page } from 'playwright-core'

interface TraceEvent {
  readonly name: string
  readonly ph: string
  readonly tid: number
  readonly pid: number
  /** Microseconds. */
  readonly ts: number
  readonly dur?: number
  /** Of them on the processor, where the browser says so. */
  readonly tdur?: number
  readonly args?: { readonly name?: string; readonly data?: { readonly type?: string } }
}

/** What the browser calls script of a page: handlers, timers, frames, promises, messages. */
const script = new Set([
  'EvaluateScript',
  'FunctionCall',
  'FireAnimationFrame',
  'FireIdleCallback',
  'TimerFire',
  'EventDispatch',
  'RunMicrotasks',
  'v8.callFunction',
])
const frame = 'FireAnimationFrame'

/**
 * Milliseconds of script on the page's own thread from each drawn frame to the next, while `work` goes on. Time in which the
 * thread waited for a processor that others held does not count, where the browser tells the two apart.
 */
export async function scriptPerFrame(
  browser: Browser,
  page: Page,
  work: () => Promise<void>,
): Promise<number[]> {
  await browser.startTracing(page, {
    categories: ['devtools.timeline', 'v8.execute', 'disabled-by-default-devtools.timeline', '__metadata'],
  })
  await work()
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as {
    traceEvents: TraceEvent[]
  }
  const main = threadOf(traceEvents)
  const own = traceEvents
    .filter(({ ph, tid, pid }) => ph === 'X' && `${pid} ${tid}` === main)
    .sort((a, b) => a.ts - b.ts)
  const starts: number[] = []
  const spent: number[] = []
  let until = 0
  let begun = 0
  for (const { name, ts, dur = 0, tdur } of own) {
    if (name === frame && ts - begun > 2000) {
      // Several callbacks of one frame follow each other at once.
      starts.push(ts)
      spent.push(0)
      begun = ts
    }
    if (!script.has(name) || ts < until) continue
    until = ts + dur
    if (spent.length > 0) spent[spent.length - 1]! += (tdur ?? dur) / 1000
  }
  return spent.slice(1, -1)
}

/** Milliseconds on the processor of each piece of work of the page's own thread, while `work` goes on. */
export async function longTasks(browser: Browser, page: Page, work: () => Promise<void>): Promise<number[]> {
  await browser.startTracing(page, {
    categories: ['devtools.timeline', 'disabled-by-default-devtools.timeline', '__metadata'],
  })
  await work()
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as {
    traceEvents: TraceEvent[]
  }
  const main = threadOf(traceEvents)
  return traceEvents
    .filter(({ ph, name, tid, pid }) => ph === 'X' && name === 'RunTask' && `${pid} ${tid}` === main)
    .map(({ dur = 0, tdur }) => (tdur ?? dur) / 1000)
}

/** The thread that fires animation frames most: the page's. */
function threadOf(events: readonly TraceEvent[]): string {
  const count = new Map<string, number>()
  for (const { name, pid, tid } of events)
    if (name === frame) count.set(`${pid} ${tid}`, (count.get(`${pid} ${tid}`) ?? 0) + 1)
  return [...count].sort(([, a], [, b]) => b - a)[0]?.[0] ?? ''
}
