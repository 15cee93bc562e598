import type { Text } from '@trygghetskartan/layers'

/** Something the server does by itself. */
export interface Job {
  readonly id: string
  readonly title: Text
  readonly everySeconds: number
  /** Hour of the day, UTC, at which a daily job is due; a night missed is caught up at the next start. */
  readonly hour?: number
  /** Returns a short line on what was done, or nothing. Ends early when the signal is aborted. */
  run(signal: AbortSignal): Promise<string | null>
}

const day = 24 * 60 * 60_000

/** When the job was last due (ms): a start before that is too old. */
export function dueTime({ everySeconds, hour }: Pick<Job, 'everySeconds' | 'hour'>, now: number): number {
  if (hour === undefined) return now - everySeconds * 1000
  const today = Math.floor(now / day) * day + hour * 3_600_000
  return today <= now ? today : today - day
}

/** When it is due next (ms), last started at a time (ms) or never. */
export function nextTime(
  job: Pick<Job, 'everySeconds' | 'hour'>,
  started: number | null,
  knownSince: number,
  now: number,
): number {
  if (job.hour === undefined) return started === null ? now : started + job.everySeconds * 1000
  const due = dueTime(job, now)
  return (started ?? knownSince) < due ? now : due + day
}
