import type { Database } from '../database/database.ts'
import { readReleaseSquares, readReleases } from '../queries/releases.ts'
import { digestOf } from './content.ts'

/** Months ('YYYY-MM') whose release is not as it was published, or does not follow on the one before. Empty where all is well. */
export const verifyReleases = (database: Database): Promise<{ checked: number; wrong: string[] }> =>
  database.read('public', async (sql) => {
    const releases = await readReleases(sql, 'public')
    const wrong: string[] = []
    for (const [i, release] of releases.entries()) {
      const squares = await readReleaseSquares(sql, 'public', release.month)
      if (
        digestOf(release, squares) !== release.sha256 ||
        release.before !== (releases[i + 1]?.sha256 ?? null)
      )
        wrong.push(release.month.slice(0, 7))
    }
    return { checked: releases.length, wrong }
  })
