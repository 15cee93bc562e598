// What every command needs first: installed packages and a Node that runs TypeScript. Plain JavaScript, since it runs before anything is installed.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..')
const windows = process.platform === 'win32'

/** Prints one progress line. @param {string} text */
export const say = (text) => process.stdout.write(`${text}\n`)

/** Ends the command with a sentence instead of a stack trace. @param {string} text @returns {never} */
export function fail(text) {
  process.stderr.write(`\n${text}\n`)
  process.exit(1)
}

/** @param {string[]} files */
const hashOf = (files) => {
  const hash = createHash('sha256')
  for (const file of files) hash.update(relative(root, file)).update(readFileSync(file))
  return hash.digest('hex')
}

/** Every file below a folder, sorted, without what is generated. @param {string} folder @returns {string[]} */
export function filesBelow(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => !['node_modules', 'dist', '.tsbuild', '.data'].includes(entry.name))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) =>
      entry.isDirectory()
        ? filesBelow(join(folder, entry.name))
        : entry.isFile()
          ? [join(folder, entry.name)]
          : [],
    )
}

/** Runs a step only where its inputs changed since it last succeeded. @param {string} name @param {string[]} inputs @param {() => void} step */
export function onceFor(name, inputs, step) {
  const stamp = join(root, 'node_modules', '.trygghetskartan', name)
  const hash = hashOf(inputs)
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return
  step()
  mkdirSync(dirname(stamp), { recursive: true })
  writeFileSync(stamp, hash)
}

/** Runs a program to its end. @param {string} program @param {string[]} args @param {import('node:child_process').SpawnSyncOptions} [options] */
export function run(program, args, options = {}) {
  const done = spawnSync(program, args, { cwd: root, stdio: 'inherit', shell: windows, ...options })
  if (done.error) fail(`${program}: ${done.error.message}`)
  return done.status ?? 1
}

/** Installs the locked packages where they are missing or another lock put them there. */
export function install() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major < 20 || (major === 20 && minor < 19))
    fail(`Node 20.19 or later is needed; this is ${process.version}.`)
  const manifests = ['packages', 'apps'].flatMap((folder) =>
    readdirSync(join(root, folder))
      .map((name) => join(root, folder, name, 'package.json'))
      .filter((file) => existsSync(file)),
  )
  onceFor('install', [join(root, 'package.json'), join(root, 'package-lock.json'), ...manifests], () => {
    say('Installing packages …')
    if (run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']) !== 0)
      fail('npm ci failed: see its lines above.')
  })
}

/** The Node binary that runs our TypeScript: 24 from the npm package, or this one where it is as new. @returns {string} */
export function modernNode() {
  const bundled = join(root, 'node_modules', 'node', 'bin', windows ? 'node.exe' : 'node')
  const works = () => existsSync(bundled) && statSync(bundled).size > 1e6
  // Some npm settings skip install scripts; the package's own script brings the binary then.
  if (!works())
    spawnSync(process.execPath, ['installArchSpecificPackage'], {
      cwd: join(root, 'node_modules', 'node'),
      stdio: 'ignore',
    })
  if (works()) return bundled
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath
  return fail(
    'Node 24 could not be brought in by the npm package "node". Install Node 24 and run the command again.',
  )
}

/** Builds the client where its sources changed. @param {string} node */
export function buildWeb(node) {
  // The client bundles packages too: a method that changes is a client that changes.
  const inputs = [join(root, 'apps', 'web'), join(root, 'packages')].flatMap(filesBelow)
  const sources = inputs.filter((file) => !/\.test\.tsx?$/.test(file))
  onceFor('web', [...sources, join(root, 'package-lock.json')], () => {
    say('Building the client …')
    const status = run(
      node,
      [join(root, 'node_modules', 'vite', 'bin', 'vite.js'), 'build', '--logLevel', 'warn'],
      {
        cwd: join(root, 'apps', 'web'),
      },
    )
    if (status !== 0) fail('The client could not be built: see the lines above.')
  })
}

/** Replaces this process's work by another's: signals go on to it, its exit code is ours. @param {string} program @param {string[]} args @param {Record<string, string>} [env] */
export function become(program, args, env = {}) {
  const child = spawn(program, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } })
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))
    process.on(signal, () => child.kill(signal))
  // npm's shell does not pass a signal on: where npm is gone, the one it stood for is to stop as well.
  const parent = process.ppid
  if (process.env.npm_lifecycle_event)
    setInterval(() => {
      if (process.ppid !== parent) child.kill('SIGTERM')
    }, 500).unref()
  child.on('error', (error) => fail(error.message))
  child.on('exit', (code, signal) => process.exit(signal ? 128 : (code ?? 1)))
}

/** Who tries the map out with nothing configured gets the demonstration; who has named a database or a way to sign in does not. @param {NodeJS.ProcessEnv} env @returns {Record<string, string>} */
export const demoByDefault = (env) =>
  ['DEMO', 'DATABASE_URL', 'DATABASE_URL_FILE', 'OIDC_FILE', 'OIDC_PROVIDERS'].some((name) => env[name])
    ? {}
    : { DEMO: '1' }
