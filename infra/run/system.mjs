// What tests need from the system: PostgreSQL with PostGIS, and Chromium. Installed where we may, named precisely where we may not.
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fail, run, say } from './setup.mjs'

const versions = '/usr/lib/postgresql'
const chromiums = [
  process.env.CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

const answers = (/** @type {string} */ program, /** @type {string[]} */ args) =>
  spawnSync(program, args, { stdio: 'ignore' }).status === 0

function hasPostgis() {
  const folders = existsSync(versions) ? readdirSync(versions) : []
  const packaged = folders.some(
    (version) =>
      existsSync(join(versions, version, 'bin', 'initdb')) &&
      existsSync(join('/usr/share/postgresql', version, 'extension', 'postgis.control')),
  )
  if (packaged) return true
  const share = spawnSync('pg_config', ['--sharedir'], { encoding: 'utf8' })
  return share.status === 0 && existsSync(join(share.stdout.trim(), 'extension', 'postgis.control'))
}

/** Path of a Chromium, or undefined. */
export const chromium = () => chromiums.find((path) => path && existsSync(path))

/** Installs what is missing with apt where that is allowed; otherwise ends with the exact command to run. */
export function ensureSystem() {
  const missing = [
    ...(hasPostgis() ? [] : ['postgresql', 'postgresql-postgis']),
    ...(chromium() ? [] : ['chromium']),
  ]
  if (missing.length === 0) return
  const apt = answers('sh', ['-c', 'command -v apt-get'])
  const root = process.getuid?.() === 0
  const sudo = !root && answers('sudo', ['-n', 'true'])
  const packages = missing.map((name) => (name === 'postgresql-postgis' ? postgisPackage() : name))
  if (!apt || (!root && !sudo)) {
    const command = apt
      ? `sudo apt-get install ${packages.join(' ')}`
      : 'install PostgreSQL 15 or later with PostGIS 3.3 or later, and Chromium (or set CHROMIUM to its path)'
    fail(`The tests need ${missing.join(', ')}. Please run:\n  ${command}\nand then npm test again.`)
  }
  const prefix = root ? [] : ['sudo', '-n']
  const call = (/** @type {string[]} */ ...args) => {
    const [program = '', ...rest] = [...prefix, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', ...args]
    return run(program, rest, { stdio: ['ignore', 'ignore', 'inherit'] })
  }
  say(`Installing ${missing.join(', ')} from the system's packages …`)
  call('update', '-q')
  // Only the programs are wanted: the package must not create and start a cluster of its own.
  const found = missing.map((name) => (name === 'postgresql-postgis' ? postgisPackage() : name))
  if (call('install', '-q', '-y', '--no-install-recommends', ...found) !== 0)
    fail(`apt-get could not install ${found.join(', ')}. Please install them by hand and run npm test again.`)
}

/** The PostGIS package goes with the distribution's PostgreSQL version, as in postgresql-15-postgis-3. */
function postgisPackage() {
  const listed = spawnSync('apt-cache', ['search', '--names-only', '^postgresql-[0-9]+-postgis-3$'], {
    encoding: 'utf8',
  })
  const names = (listed.stdout ?? '')
    .split('\n')
    .map((line) => line.split(' ')[0] ?? '')
    .filter(Boolean)
  return names.sort((a, b) => Number(b.split('-')[1]) - Number(a.split('-')[1]))[0] ?? 'postgis'
}
