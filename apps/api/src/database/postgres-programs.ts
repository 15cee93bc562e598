import { existsSync, readdirSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { DatabaseProblem } from './problem.ts'

/** Where Debian and its kin keep PostgreSQL's programs, off the PATH. */
const debian = '/usr/lib/postgresql'

/** The folder of PostgreSQL's newest server programs with PostGIS beside them; null where there are none. */
export function serverPrograms(): string | null {
  return candidates().find((folder) => existsSync(join(folder, 'initdb')) && hasPostgis(folder)) ?? null
}

/** Path of a client program such as pg_dump. Throws `unavailable` with what to install. */
export function clientProgram(name: string): string {
  const folder = candidates().find((candidate) => existsSync(join(candidate, name)))
  if (folder) return join(folder, name)
  throw new DatabaseProblem('unavailable', {
    sv: `Programmet ${name} saknas. Installera PostgreSQL:s klientprogram (Debian: apt-get install postgresql-client).`,
    en: `The program ${name} is missing. Install PostgreSQL's client programs (Debian: apt-get install postgresql-client).`,
  })
}

function candidates(): string[] {
  const versions = existsSync(debian) ? readdirSync(debian) : []
  versions.sort((a, b) => Number(b) - Number(a))
  return [
    ...versions.map((version) => join(debian, version, 'bin')),
    ...(process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== ''),
  ]
}

/** Debian keeps extensions by version under /usr/share; a build from source keeps them beside its programs. */
function hasPostgis(folder: string): boolean {
  const version = folder.startsWith(debian) ? folder.split('/')[4] : undefined
  const shares = version
    ? [`/usr/share/postgresql/${version}`]
    : [join(folder, '..', 'share'), join(folder, '..', 'share', 'postgresql')]
  return shares.some((share) => existsSync(join(share, 'extension', 'postgis.control')))
}
