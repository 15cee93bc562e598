import { resolve } from 'node:path'
import { readCluster, startCluster, stopCluster } from '@trygghetskartan/api/database/cluster'
import { serverPrograms } from '@trygghetskartan/api/database/postgres-programs'
import { DatabaseProblem } from '@trygghetskartan/api/database/problem'
import { type Command, UsageError } from './command.ts'

/** A PostgreSQL of the project's own: the durable choice for one machine. */
export const command: Command = {
  usage: '[start | stop | status]',
  summary: {
    sv: 'Starta, stoppa eller visa en egen PostgreSQL i projektets mapp; skriver ut DATABASE_URL',
    en: "Start, stop or show a PostgreSQL of the project's own; prints DATABASE_URL",
  },
  async run([action = 'start', ...rest], { out, tell, env }) {
    if (rest.length > 0 || !['start', 'stop', 'status'].includes(action)) {
      throw new UsageError({ sv: `Förstår inte: ${action}`, en: `Not understood: ${action}` })
    }
    const programs = serverPrograms()
    if (!programs) throw missingPrograms()
    const folder = resolve(env.DATA_FOLDER || '.data', 'postgres')
    if (action === 'start') {
      out(`DATABASE_URL=${await startCluster({ folder, programs, durable: true })}`)
      tell({
        sv: `Databasen är igång i ${folder}. Stoppa den med: npm run db -- stop`,
        en: `The database is running in ${folder}. Stop it with: npm run db -- stop`,
      })
      return 0
    }
    const cluster = await readCluster(folder, programs)
    if (!cluster) {
      tell({ sv: `Det finns ingen databas i ${folder}.`, en: `There is no database in ${folder}.` })
      return action === 'stop' ? 0 : 3
    }
    if (action === 'stop') {
      const stopped = await stopCluster(folder, programs)
      tell(
        stopped
          ? { sv: 'Databasen är stoppad.', en: 'The database is stopped.' }
          : { sv: 'Databasen var redan stoppad.', en: 'The database was stopped already.' },
      )
      return 0
    }
    if (cluster.running) out(`DATABASE_URL=${cluster.url}`)
    else tell({ sv: 'Databasen är stoppad.', en: 'The database is stopped.' })
    return cluster.running ? 0 : 3
  },
}

const missingPrograms = (): DatabaseProblem =>
  new DatabaseProblem('unavailable', {
    sv: 'PostgreSQL med PostGIS är inte installerat (Debian: apt-get install postgresql postgresql-postgis).',
    en: 'PostgreSQL with PostGIS is not installed (Debian: apt-get install postgresql postgresql-postgis).',
  })
