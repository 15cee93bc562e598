import { firstDay, monthNumber } from '@trygghetskartan/privacy'
import type { Database } from '../database/database.ts'
import type { Job } from '../jobs/job.ts'
import { today } from '../pictures/today.ts'
import { makeRelease } from './make-release.ts'

/** The month that has ended last, Swedish time, by its number. */
export const endedMonth = (now: Date): number => monthNumber(today(now)) - 1

export const releaseJobId = 'safety-map'

/** Makes the safety map of the month that has ended: on the first night of the next, or as soon after as the server runs. */
export const releaseJob = (database: Database, now: () => Date = () => new Date()): Job => ({
  id: releaseJobId,
  title: { sv: 'Månadens trygghetskarta', en: 'The month’s safety map' },
  everySeconds: 86_400,
  hour: 4,
  async run() {
    const month = endedMonth(now())
    const made = await database.owner((sql) => makeRelease(sql, { month }))
    return made.kind === 'made' ? firstDay(month).slice(0, 7) : null
  },
})
