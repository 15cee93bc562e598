import { execFile, execFileSync } from 'node:child_process'
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ItemsAnswer, LayersAnswer } from './contract.ts'
import { copyDemoTown } from './testing/demo-town.ts'
import { type ServerProcess, startProcess } from './testing/server-process.ts'

const root = join(import.meta.dirname, '..', '..', '..')
const made = join(import.meta.dirname, 'testing', 'fixtures', 'made-up-layer')
const copy = mkdtempSync(join(tmpdir(), 'trygghetskartan-layer-'))
const inMinutes = 60_000

/** A working copy of the project as it stands, with the installed packages but its own workspaces. */
function copyProject(): void {
  const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '-z'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64e6,
  })
  for (const file of files.split('\0').filter(Boolean)) {
    mkdirSync(dirname(join(copy, file)), { recursive: true })
    cpSync(join(root, file), join(copy, file))
  }
  const own = '@trygghetskartan'
  mkdirSync(join(copy, 'node_modules', own), { recursive: true })
  for (const name of readdirSync(join(root, 'node_modules')))
    if (name !== own) symlinkSync(join(root, 'node_modules', name), join(copy, 'node_modules', name))
  for (const folder of ['packages', 'apps'])
    for (const name of readdirSync(join(copy, folder)))
      symlinkSync(join(copy, folder, name), join(copy, 'node_modules', own, name))
}

/** The recipe of the README: a migration, a fixture, one file, one line. */
function followRecipe(): void {
  cpSync(join(made, 'playgrounds.sql'), join(copy, 'data', 'migrations', '9000_playgrounds.sql'))
  cpSync(join(made, 'playgrounds.geojson'), join(copy, 'data', 'fixtures', 'playgrounds.geojson'))
  const source = readFileSync(join(made, 'playgrounds.ts.txt'), 'utf8')
  writeFileSync(join(copy, 'packages', 'layers', 'src', 'playgrounds.ts'), source)
  const list = join(copy, 'packages', 'layers', 'src', 'layers.ts')
  const before = readFileSync(list, 'utf8')
  const after = before
    .replace(/\n\/\*\* Every layer/, "import { playgrounds } from './playgrounds.ts'\n$&")
    .replace(/\n\]\n$/, '\n  playgrounds,\n]\n')
  expect(after.split('\n').length - before.split('\n').length).toBe(2)
  writeFileSync(list, after)
}

describe('adding a layer by a migration, a fixture, one file and one line', () => {
  let server: ServerProcess

  beforeAll(() => {
    copyProject()
    followRecipe()
  }, 5 * inMinutes)
  afterAll(async () => {
    await server?.end('SIGKILL')
    rmSync(copy, { recursive: true, force: true })
  })

  it('touches nothing in apps', () => {
    const changed = execFileSync(
      'diff',
      [
        '-rq',
        '--exclude=node_modules',
        '--exclude=.git',
        join(root, 'apps', 'api', 'src'),
        join(copy, 'apps', 'api', 'src'),
      ],
      { encoding: 'utf8' },
    )
    expect(changed).toBe('')
  })

  it(
    'passes the tests that every layer passes, on every engine',
    async () => {
      const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs')
      const run = promisify(execFile)(
        process.execPath,
        [
          vitest,
          'run',
          'packages/layers/src/registry.test.ts',
          'apps/api/src/layers-database.db.test.ts',
          '--reporter=json',
          '--outputFile=report.json',
          '-t',
          'playgrounds',
        ],
        { cwd: copy, env: { ...process.env, NODE_OPTIONS: '' } },
      )
      await run.catch((error: { stdout?: string; stderr?: string }) => {
        throw new Error(`${error.stdout}\n${error.stderr}`)
      })
      const report = JSON.parse(readFileSync(join(copy, 'report.json'), 'utf8')) as {
        numPassedTests: number
        numFailedTests: number
      }
      expect(report.numFailedTests).toBe(0)
      expect(report.numPassedTests).toBeGreaterThan(15)
    },
    5 * inMinutes,
  )

  it(
    'is there for everyone it is for, with tile, table, form and history, once the server starts',
    async () => {
      await copyDemoTown(join(copy, '.data'))
      const started = await startProcess(
        { DATA_FOLDER: join(copy, '.data'), DEMO: '1' },
        join(copy, 'apps', 'api', 'src', 'main.ts'),
      )
      if ('exitCode' in started) throw new Error(started.output)
      server = started
      const signIn = await fetch(`${server.url}/auth/demo`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: '{"account":"demo-planner"}',
      })
      const cookie = signIn.headers.get('set-cookie')?.split(';')[0] ?? ''
      const ask = (path: string, init: RequestInit = {}) =>
        fetch(`${server.url}${path}`, {
          ...init,
          headers: { cookie, 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' },
        })
      const fixture = JSON.parse(readFileSync(join(made, 'playgrounds.geojson'), 'utf8')) as ItemsAnswer
      const { id, geometry, properties } = fixture.features[0]!
      const created = await ask('/api/measures', {
        method: 'POST',
        body: JSON.stringify({ id, layer: 'playgrounds', geometry, properties }),
      })
      expect(created.status).toBe(201)
      for (const headers of [{ cookie }, {}]) {
        const { layers } = (await (
          await fetch(`${server.url}/api/layers`, { headers })
        ).json()) as LayersAnswer
        const layer = layers.find((one) => one.id === 'playgrounds')
        expect(layer).toMatchObject({
          count: 1,
          editable: 'cookie' in headers,
          legend: [{ value: 'sand' }, { value: 'rubber' }],
        })
        expect(
          (await fetch(`${server.url}/api/tiles/playgrounds/14/8836/5099.mvt`, { headers })).status,
        ).toBe(200)
        const table = await (
          await fetch(`${server.url}/api/layers/playgrounds/items.csv`, { headers })
        ).text()
        expect(table).toContain('Tivoliparken;Gummi;ja')
      }
      expect((await ask(`/api/measures/${id}/history`)).status).toBe(200)
    },
    3 * inMinutes,
  )
})
