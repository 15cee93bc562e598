import { addWeeks, weekBegins, weekOf } from '@trygghetskartan/analysis'
import type { LayerDefinition } from '@trygghetskartan/layers'
import type { SectionKind } from '../contract-pictures.ts'
import type { Database } from '../database/database.ts'
import { compilePicture } from '../pictures/compile.ts'
import { documentOf } from '../pictures/texts.ts'
import { today } from '../pictures/today.ts'
import {
  beginDemoPicture,
  demoSigners,
  demoWeeks,
  signDemoPicture,
  writeDemoRows,
} from '../queries/demo-pictures.ts'
import { writeText } from '../queries/picture-writing.ts'
import { demoPictures } from './picture-texts.ts'

/** Milliseconds from the compilation to the end of the meeting. */
const meeting = 4 * 3_600_000
const minute = 60_000

/**
 * Compiles the last weeks as the job would have done, writes in them, and signs all but the one that runs. Each takes its time: what is left
 * when the signal comes is taken up at the next call. Returns how many were written.
 */
export async function writeDemoPictures(
  database: Database,
  layers: readonly LayerDefinition[],
  { now = new Date(), signal }: { now?: Date; signal?: AbortSignal | undefined } = {},
): Promise<number> {
  const { demo, weeks: known } = await database.owner(demoWeeks)
  const signers = await database.owner(demoSigners)
  const police = signers.find(({ subject }) => subject === 'demo-police')
  const planner = signers.find(({ subject }) => subject === 'demo-planner')
  if (!demo || !police || !planner) return 0
  const current = weekOf(today(now))
  let written = 0
  for (const [i, { texts, rows }] of demoPictures.entries()) {
    const week = addWeeks(current, i - demoPictures.length + 1)
    if (signal?.aborted) break
    if (known.includes(week)) continue
    // On the Monday itself it may be earlier than that.
    const before = (minutes: number, at: number) => new Date(Math.min(at, now.getTime() - minutes * minute))
    const monday = before(30, Date.parse(`${weekBegins(addWeeks(week, 1))}T05:00:00Z`))
    const signedAt = before(20, monday.getTime() + meeting)
    const running = week === current
    await compilePicture({
      ...{ database, layers, week, now: running ? now : monday },
      write: (work) =>
        database.owner(async (sql) => {
          await beginDemoPicture(sql, week, running ? now : monday)
          await work(sql)
          await writeDemoRows(sql, week, rows(week))
          for (const [kind, text] of Object.entries(texts) as [SectionKind, string][])
            await writeText(sql, week, kind, { document: documentOf(text), text })
          if (!running)
            await signDemoPicture(sql, week, {
              ...{ police, planner, at: signedAt },
              sharedAt: before(5, signedAt.getTime() + 90 * minute),
            })
        }),
    })
    written += 1
  }
  return written
}
