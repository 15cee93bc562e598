import { addWeeks, weekEnds, weekOf } from '@trygghetskartan/analysis'
import type { LayerDefinition } from '@trygghetskartan/layers'
import type { Database } from '../database/database.ts'
import type { Job } from '../jobs/job.ts'
import { readPictures } from '../queries/pictures.ts'
import { compilePicture } from './compile.ts'
import { today } from './today.ts'

interface JobOptions {
  readonly database: Database
  readonly layers: readonly LayerDefinition[]
}

/** Each Monday early, or as soon after as the server runs, compiles the week that has ended. */
export const compileJob = ({ database, layers }: JobOptions, now: () => Date = () => new Date()): Job => ({
  id: 'pictures',
  title: { sv: 'Sammanställning av veckans lägesbild', en: 'Compilation of the week’s picture' },
  everySeconds: 86_400,
  hour: 3,
  async run() {
    const week = addWeeks(weekOf(today(now())), -1)
    const [picture] = await database.read('police', (sql) =>
      readPictures(sql, { audience: 'police', shared: false }, week),
    )
    const ended = picture?.compiledAt && today(new Date(picture.compiledAt)) > weekEnds(week)
    if (picture && (picture.state !== 'draft' || ended)) return null
    await compilePicture({ database, layers, week, now: now(), write: (work) => database.owner(work) })
    return week
  },
})
