import { existsSync } from 'node:fs'
import { restoreFolder } from '@trygghetskartan/api/database/embedded-backup'
import { restoreNative } from '@trygghetskartan/api/database/native-backup'
import { type Command, databaseFolder, UsageError } from './command.ts'

/** Brings a backup into a database that has nothing yet. */
export const command: Command = {
  usage: '<file>',
  summary: {
    sv: 'Återställ en säkerhetskopia till en tom databas',
    en: 'Restore a backup into an empty database',
  },
  async run([file, ...rest], { tell, env }) {
    if (!file || rest.length > 0) {
      throw new UsageError({ sv: 'Ange säkerhetskopians fil.', en: "Give the backup's file." })
    }
    if (!existsSync(file)) throw new UsageError({ sv: `${file} finns inte.`, en: `${file} does not exist.` })
    if (env.DATABASE_URL) await restoreNative(env.DATABASE_URL, file)
    else await restoreFolder(file, databaseFolder(env))
    tell({ sv: 'Databasen är återställd.', en: 'The database is restored.' })
    return 0
  },
}
