import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { chmod, chown, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import postgres from 'postgres'
import { DatabaseProblem } from './problem.ts'

/** A PostgreSQL cluster of our own in a folder: server, password and all. */
export interface Cluster {
  /** postgres:// address of its database as its owner. */
  readonly url: string
  readonly running: boolean
}

export interface StartOptions {
  readonly folder: string
  /** Folder of PostgreSQL's server programs. */
  readonly programs: string
  /** False for tests: faster, and lost at a power cut. */
  readonly durable: boolean
}

/** Name of the superuser and of the database. */
const name = 'trygghetskartan'

interface Stored {
  readonly port: number
  readonly password: string
}

/** Makes the cluster when the folder has none, and starts it when it is down. Returns its address. */
export async function startCluster({ folder, programs, durable }: StartOptions): Promise<string> {
  const account = serverAccount()
  if (!existsSync(join(folder, 'data', 'PG_VERSION'))) await createCluster(folder, programs, account)
  const stored = await readStored(folder)
  if (await isRunning(folder, programs, account)) return urlOf(stored)
  const speed = durable
    ? []
    : ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'max_connections=300']
  for (let attempt = 1; ; attempt += 1) {
    // The port is kept from one start to the next where it is still free, so that a noted address stays true.
    const port = attempt === 1 && (await isFree(stored.port)) ? stored.port : await freePort()
    const settings = [
      `port=${port}`,
      'listen_addresses=127.0.0.1',
      `unix_socket_directories=${folder}`,
      ...speed,
    ]
    const options = settings.map((setting) => `-c ${setting}`).join(' ')
    try {
      const log = join(folder, 'log')
      await run(
        programs,
        'pg_ctl',
        ['-D', join(folder, 'data'), '-l', log, '-w', '-o', options, 'start'],
        account,
      )
      const current = { ...stored, port }
      await writeFile(join(folder, 'cluster.json'), JSON.stringify(current), { mode: 0o600 })
      await ensureDatabase(urlOf(current))
      return urlOf(current)
    } catch (error) {
      if (attempt === 3) throw error
    }
  }
}

/** Stops the cluster and waits until it is down. False when it was down already. */
export async function stopCluster(folder: string, programs: string): Promise<boolean> {
  const account = serverAccount()
  if (!(await isRunning(folder, programs, account))) return false
  await run(programs, 'pg_ctl', ['-D', join(folder, 'data'), '-m', 'fast', '-w', 'stop'], account)
  return true
}

/** The cluster in a folder; null when there is none. */
export async function readCluster(folder: string, programs: string): Promise<Cluster | null> {
  if (!existsSync(join(folder, 'cluster.json'))) return null
  return { url: urlOf(await readStored(folder)), running: await isRunning(folder, programs, serverAccount()) }
}

async function createCluster(folder: string, programs: string, account: Account | null): Promise<void> {
  await mkdir(folder, { recursive: true })
  await chmod(folder, 0o755)
  if (account) await chown(folder, account.uid, account.gid)
  const password = randomBytes(24).toString('base64url')
  const passwordFile = join(folder, 'password')
  await writeFile(passwordFile, password, { mode: 0o600 })
  if (account) await chown(passwordFile, account.uid, account.gid)
  const data = join(folder, 'data')
  const settings = ['-E', 'UTF8', '--locale=C.UTF-8', '--auth=scram-sha-256', '--no-instructions']
  await run(programs, 'initdb', ['-D', data, '-U', name, `--pwfile=${passwordFile}`, ...settings], account)
  await rm(passwordFile)
  await writeFile(join(folder, 'cluster.json'), JSON.stringify({ port: await freePort(), password }), {
    mode: 0o600,
  })
}

async function ensureDatabase(url: string): Promise<void> {
  const server = new URL(url)
  server.pathname = '/postgres'
  const sql = postgres(server.href, { max: 1, onnotice: () => {} })
  try {
    const [found] = await sql`select 1 from pg_database where datname = ${name}`
    if (!found) await sql`create database ${sql(name)}`
  } finally {
    await sql.end({ timeout: 5 })
  }
}

const readStored = async (folder: string): Promise<Stored> =>
  JSON.parse(await readFile(join(folder, 'cluster.json'), 'utf8'))

const urlOf = ({ port, password }: Stored): string =>
  `postgres://${name}:${password}@127.0.0.1:${port}/${name}`

async function isRunning(folder: string, programs: string, account: Account | null): Promise<boolean> {
  const { code } = await execute(programs, 'pg_ctl', ['-D', join(folder, 'data'), 'status'], account)
  return code === 0
}

interface Account {
  readonly uid: number
  readonly gid: number
}

/** PostgreSQL refuses to run as root, so root lends it an account of less power. */
function serverAccount(): Account | null {
  if (process.getuid?.() !== 0) return null
  const lines = readFileSync('/etc/passwd', 'utf8').split('\n')
  for (const account of ['postgres', 'nobody']) {
    const fields = lines.find((line) => line.startsWith(`${account}:`))?.split(':')
    if (fields) return { uid: Number(fields[2]), gid: Number(fields[3]) }
  }
  return null
}

async function run(
  programs: string,
  program: string,
  args: string[],
  account: Account | null,
): Promise<void> {
  const { code, output } = await execute(programs, program, args, account)
  if (code === 0) return
  throw new DatabaseProblem('unavailable', {
    sv: `${program} misslyckades: ${output.trim()}`,
    en: `${program} failed: ${output.trim()}`,
  })
}

function execute(programs: string, program: string, args: string[], account: Account | null) {
  return new Promise<{ code: number | null; output: string }>((resolve, reject) => {
    const child = spawn(join(programs, program), args, {
      ...account,
      // The server inherits what pg_ctl has open, so only pg_ctl's own words may be waited for.
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, LC_ALL: 'C.UTF-8' },
      cwd: '/',
    })
    let output = ''
    child.stdout.on('data', (text) => {
      output += text
    })
    child.stderr.on('data', (text) => {
      output += text
    })
    child.on('error', reject)
    child.on('exit', (code) => resolve({ code, output }))
  })
}

const freePort = (): Promise<number> => tryPort(0)

const isFree = (port: number): Promise<boolean> =>
  tryPort(port).then(
    () => true,
    () => false,
  )

function tryPort(port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => {
      const address = server.address()
      const found = typeof address === 'object' && address ? address.port : 0
      server.close(() => resolve(found))
    })
  })
}
