import type { Database } from '@trygghetskartan/api/database/database'
import { openDatabase } from '@trygghetskartan/api/database/open-database'
import { clearDemo } from '@trygghetskartan/api/demo/clear-demo'
import { writeDemoPictures } from '@trygghetskartan/api/demo/demo-pictures'
import { loadDemo } from '@trygghetskartan/api/demo/load-demo'
import { signDemoDossiers } from '@trygghetskartan/api/demo/signed-dossiers'
import { layers } from '@trygghetskartan/layers'
import { type Command, type CommandIo, databaseFolder, UsageError } from './command.ts'

/** The demonstration municipality: a schematic plan of central Kristianstad and two years of generated data. */
export const command: Command = {
  usage: '[load | clear]',
  summary: {
    sv: 'Läs in demonstrationskommunen i en tom databas, eller ta bort den',
    en: 'Load the demonstration municipality into an empty database, or remove it',
  },
  async run([action, ...rest], io) {
    if (rest.length > 0 || (action !== 'load' && action !== 'clear'))
      throw new UsageError({
        sv: action === undefined ? 'Ange load eller clear.' : `Förstår inte: ${[action, ...rest].join(' ')}`,
        en: action === undefined ? 'Give load or clear.' : `Not understood: ${[action, ...rest].join(' ')}`,
      })
    const database = await openDatabase({
      url: io.env.DATABASE_URL,
      folder: databaseFolder(io.env),
      migrationsFolder: new URL('../../../data/migrations', import.meta.url).pathname,
      onProgress: io.tell,
    })
    try {
      return action === 'load' ? await load(database, io) : await clear(database, io)
    } finally {
      await database.close()
    }
  },
}

async function load(database: Database, { out, tell, language }: CommandIo): Promise<number> {
  const loaded = await loadDemo(database, {
    now: new Date(),
    onProgress: (step, share) => tell(`${String(Math.round(share * 100)).padStart(3)} % ${step[language]}`),
  })
  if (!loaded.ok) {
    tell(loaded.reason)
    return 1
  }
  tell({ sv: 'Skriver kamerornas dokumentation …', en: 'Writing the dossiers of the cameras …' })
  await signDemoDossiers(database, layers)
  tell({ sv: 'Skriver veckornas lägesbilder …', en: 'Writing the pictures of the weeks …' })
  await writeDemoPictures(database, layers)
  list(loaded.counts, out)
  tell({ sv: 'Demonstrationen är inläst.', en: 'The demonstration is loaded.' })
  return 0
}

async function clear(database: Database, { out, tell }: CommandIo): Promise<number> {
  list(await clearDemo(database), out)
  tell({
    sv: 'Demonstrationen är borttagen. Det ni själva har lagt in är kvar.',
    en: 'The demonstration is removed. What you put in yourselves is still there.',
  })
  return 0
}

function list(counts: Readonly<Record<string, number>>, out: CommandIo['out']): void {
  for (const [what, count] of Object.entries(counts)) out(`${String(count).padStart(6)} ${what}`)
}
