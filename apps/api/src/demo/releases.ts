import type { Sql } from '../database/database.ts'
import { makeRelease } from '../releases/make-release.ts'
import { endedMonth } from '../releases/release-job.ts'

/** So many months have a safety map: enough to see that it changes. */
const months = 3

/** Makes the safety maps of the last months, the oldest first. Returns how many squares the newest has. */
export async function releaseDemo(sql: Sql, now: Date): Promise<number> {
  let squares = 0
  for (let ago = months - 1; ago >= 0; ago -= 1) {
    const made = await makeRelease(sql, { month: endedMonth(now) - ago, demo: true })
    if (made.kind === 'made') squares = made.squares
  }
  return squares
}
