import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { freePort } from '@trygghetskartan/api/testing/free-port'
import { type Bench, round } from './bench.ts'

const root = join(import.meta.dirname, '..', '..')
const memoryLimit = 1.5e9

/** Every process below one, itself included. */
function family(pid: number): number[] {
  const parents = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const stat = readFileSync(`/proc/${name}/stat`, 'utf8')
        return [{ pid: Number(name), parent: Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]) }]
      } catch {
        // It ended while we looked.
        return []
      }
    })
  const found = [pid]
  for (let at = 0; at < found.length; at++)
    for (const one of parents) if (one.parent === found[at] && !found.includes(one.pid)) found.push(one.pid)
  return found
}

/** Resident bytes of a process and all below it. */
const residentBytes = (pid: number): number =>
  family(pid).reduce((sum, one) => {
    try {
      return sum + Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${one}/status`, 'utf8'))?.[1] ?? 0) * 1024
    } catch {
      return sum
    }
  }, 0)

/** From `npm start` to a map: the page, the layers and the ground under the town's middle. */
async function start(folder: string): Promise<{ seconds: number; child: ChildProcess; url: string }> {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const began = performance.now()
  const child = spawn('npm', ['start'], {
    cwd: folder,
    env: { ...process.env, PORT: String(port), LOG_LEVEL: 'error' },
    stdio: 'ignore',
    detached: true,
  })
  let code: number | null = null
  child.once('exit', (status) => {
    code = status ?? 1
  })
  const map = async () => {
    const answers = await Promise.all(
      ['/', '/api/config', '/api/layers', '/api/basemap/14/8836/5099.mvt'].map((path) => fetch(url + path)),
    )
    return answers.every((answer) => answer.status === 200)
  }
  while (code === null && !(await map().catch(() => false))) await wait(100)
  if (code !== null) throw new Error(`npm start ended with ${code}`)
  return { seconds: (performance.now() - began) / 1000, child, url }
}

async function stop(child: ChildProcess): Promise<void> {
  const ended = new Promise((resolve) => child.once('exit', resolve))
  process.kill(-child.pid!, 'SIGTERM')
  await ended
  // npm may be gone before the server, which writes down what it has to.
  const alive = () => {
    try {
      return process.kill(-child.pid!, 0)
    } catch {
      return false
    }
  }
  while (alive()) await wait(50)
}

/** A map's worth of work, so that memory is measured in use and not asleep. */
async function walk(url: string): Promise<void> {
  const signIn = await fetch(`${url}/auth/demo`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"account":"demo-police"}',
  })
  const cookie = signIn.headers.get('set-cookie')?.split(';')[0] ?? ''
  const { layers } = (await (await fetch(`${url}/api/layers`, { headers: { cookie } })).json()) as {
    layers: { id: string }[]
  }
  const sources = ['basemap', ...layers.map(({ id }) => `tiles/${id}`)]
  for (let z = 10; z <= 16; z++) {
    const [x, y] = [Math.floor(8836.2 * 2 ** (z - 14)), Math.floor(5099.5 * 2 ** (z - 14))]
    await Promise.all(
      sources.map((source) => fetch(`${url}/api/${source}/${z}/${x}/${y}.mvt`, { headers: { cookie } })),
    )
  }
}

/** What somebody waits who has just cloned the project, and what the running demonstration weighs. */
export const startUp: Bench = {
  name: 'start',
  title: 'Fresh clone to first map, second start, memory of the demonstration',
  async run() {
    const folder = await mkdtemp(join(tmpdir(), 'trygghetskartan-start-'))
    try {
      const clone = join(folder, 'clone')
      execFileSync('git', ['clone', '--quiet', root, clone])
      const first = await start(clone)
      await walk(first.url)
      const memory = residentBytes(first.child.pid!)
      await stop(first.child)
      const second = await start(clone)
      await walk(second.url)
      const memoryAgain = residentBytes(second.child.pid!)
      await stop(second.child)
      const most = Math.max(memory, memoryAgain)
      return {
        columns: ['', 'seconds', 'resident MB, all processes'],
        rows: [
          ['fresh clone: npm start to first map', round(first.seconds), Math.round(memory / 1e6)],
          ['second start', round(second.seconds), Math.round(memoryAgain / 1e6)],
        ],
        targets: [
          {
            what: 'fresh clone to first map at most 120 s',
            reached: `${round(first.seconds)} s`,
            met: first.seconds <= 120,
          },
          {
            what: 'second start at most 8 s',
            reached: `${round(second.seconds)} s`,
            met: second.seconds <= 8,
          },
          {
            what: 'resident memory at most 1.5 GB',
            reached: `${(most / 1e9).toFixed(2)} GB`,
            met: most <= memoryLimit,
          },
        ],
        notes: [
          'Packages come from npm’s cache where it has them. Memory counts npm, its shell and the server, pages they share more than once, after tiles of every police layer at seven zooms.',
        ],
      }
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  },
}
