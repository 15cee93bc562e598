import { spawn } from 'node:child_process'
import { rename, rm, writeFile } from 'node:fs/promises'
import postgres from 'postgres'
import { clientProgram } from './postgres-programs.ts'
import { DatabaseProblem, toProblem } from './problem.ts'
import { createRoles } from './roles.ts'

/** Backs up a PostgreSQL database to a file of pg_dump's custom format. The database may be in use. */
export async function backupNative(url: string, file: string): Promise<void> {
  const unfinished = `${file}.unfinished`
  try {
    // What the police know must not be for every account of the machine to read, and pg_dump keeps the mode it finds.
    await writeFile(unfinished, '', { mode: 0o600 })
    await run('pg_dump', ['--format=custom', '--no-owner', `--file=${unfinished}`], url)
    await rename(unfinished, file)
  } catch (error) {
    await rm(unfinished, { force: true })
    throw error
  }
}

/** Restores a backup into a database without ours in it: all of it, or nothing. Throws `backup` when there is something already. */
export async function restoreNative(url: string, file: string): Promise<void> {
  const sql = postgres(url, { max: 1, onnotice: () => {} })
  try {
    const [found] = await sql`select 1 from pg_namespace where nspname in ('core', 'basemap')`
    if (found) throw notEmpty()
    // A backup holds what the roles may do, but not the roles, which belong to the whole cluster.
    await createRoles(sql)
    await run('pg_restore', ['--no-owner', '--exit-on-error', '--single-transaction', file], url)
    const database = new URL(url).pathname.slice(1)
    // Belongs to the database and not to what is in it, so no backup holds it.
    await sql`revoke temporary on database ${sql(decodeURIComponent(database))} from public`
  } catch (error) {
    throw toProblem(error)
  } finally {
    await sql.end({ timeout: 5 })
  }
}

function run(program: string, args: readonly string[], url: string): Promise<void> {
  const path = clientProgram(program)
  const address = new URL(url)
  // Arguments can be read by everybody on the machine, the environment cannot.
  const password = decodeURIComponent(address.password)
  address.password = ''
  return new Promise((resolve, reject) => {
    const child = spawn(path, [`--dbname=${address.href}`, '--no-password', ...args], {
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { ...process.env, ...(password ? { PGPASSWORD: password } : {}), LC_ALL: 'C.UTF-8' },
    })
    let told = ''
    child.stderr.on('data', (text) => {
      told += text
    })
    child.once('error', reject)
    child.once('close', (code) => (code === 0 ? resolve() : reject(failed(program, told.trim()))))
  })
}

const notEmpty = (): DatabaseProblem =>
  new DatabaseProblem('backup', {
    sv: 'Databasen innehåller redan Trygghetskartan. Återställ till en tom databas.',
    en: 'The database holds Trygghetskartan already. Restore into an empty database.',
  })

const failed = (program: string, told: string): DatabaseProblem =>
  new DatabaseProblem('backup', {
    sv: `${program} misslyckades. Inget har ändrats. ${told}`,
    en: `${program} failed. Nothing has been changed. ${told}`,
  })
