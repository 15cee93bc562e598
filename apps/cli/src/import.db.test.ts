import { spawn } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readEnv } from '@trygghetskartan/api/env'
import { startServer } from '@trygghetskartan/api/server'
import { osmPbf } from '@trygghetskartan/formats/testing'
import pino from 'pino'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const main = join(import.meta.dirname, 'main.ts')
const september = join(import.meta.dirname, '../../api/src/testing/fixtures/incidents/september.csv')

interface Outcome {
  readonly code: number
  readonly out: string
  readonly told: string
}

function cli(args: readonly string[], env: Record<string, string>): Promise<Outcome> {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', main, 'import', ...args], {
    cwd: env.FOLDER,
    env: { PATH: process.env.PATH, LANG: 'en_GB.UTF-8', ...env },
  })
  let [out, told] = ['', '']
  child.stdout.on('data', (chunk) => {
    out += chunk
  })
  child.stderr.on('data', (chunk) => {
    told += chunk
  })
  return new Promise((resolve) => child.on('close', (code) => resolve({ code: code ?? -1, out, told })))
}

// Each command is a process of its own that opens a database.
describe('npm run import', { timeout: 120_000 }, () => {
  let folder: string
  let file: string
  let env: Record<string, string>

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'trygghetskartan-import-test-'))
    file = join(folder, 'town.osm.pbf')
    env = { DATA_FOLDER: join(folder, 'data'), FOLDER: folder }
    await mkdir(env.DATA_FOLDER!)
    const nodes = [
      { id: 1, lon: 14.15, lat: 56.03, tags: { highway: 'street_lamp' } },
      { id: 2, lon: 14.16, lat: 99, tags: { highway: 'street_lamp' } },
    ]
    await writeFile(file, osmPbf({ nodes }))
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))

  test.each([
    [[], 'Give a format'],
    [['shapefile', 'x'], 'Give a format'],
    [['osm', '/nowhere/file.pbf'], 'There is no file /nowhere/file.pbf'],
    [['csv', 'x', '--srid', 'local'], '--srid is an EPSG code'],
    [['osm', 'x', '--colour', 'red'], '--colour'],
  ])('%j is misuse: exit code 2 and the usage', async (args, words) => {
    const { code, told } = await cli(args, env)
    expect(code).toBe(2)
    expect(told).toContain(words)
    expect(told).toContain('npm run import')
  })

  test('opens the database itself where no server runs, and writes what is refused to a table in the current folder', async () => {
    const { code, told } = await cli(['osm', file], { ...env, LANG: 'sv_SE.UTF-8' })
    expect(told).toContain('2 lästa, 1 nya eller ändrade, 0 oförändrade, 0 borttagna, 1 avvisade')
    expect(code).toBe(0)
    expect(await readFile(`${file}.rejects.csv`, 'utf8')).toBe(
      '\uFEFFrad;objekt;kod;orsak\r\n;node/2;out-of-range;Läget (14.16, 99) ligger inte på jorden.\r\n',
    )
  })

  test('takes the rest also where the table of what is refused cannot be written', async () => {
    const { code, told } = await cli(['osm', file, '--rejects', join(folder, 'nowhere', 'x.csv')], env)
    expect(told).toContain('could not be written')
    expect(told).toContain('1 unchanged')
    expect(code).toBe(0)
  })

  test('says why a file is refused, in the language of the machine: exit code 1', async () => {
    const broken = join(folder, 'broken.osm.pbf')
    await writeFile(broken, 'nothing of the kind')
    const english = await cli(['osm', broken, '--json'], env)
    expect(english.code).toBe(1)
    expect(english.told).toContain('The file is not an OpenStreetMap file')
    expect(JSON.parse(english.out)).toMatchObject({ error: { code: 'not-osm-pbf' } })
  })

  test('takes incidents in, and refuses a mapping that is not there', async () => {
    const { code, told } = await cli(['incidents', september], env)
    expect(told).toContain('39 read, 29 new, 0 corrected, 0 unchanged, 1 duplicates, 9 refused')
    expect(told).toContain('Kinds of incidents that are not known: ”9417” (1 row)')
    expect(code).toBe(0)
    expect(await readFile(join(folder, 'september.csv.rejects.csv'), 'utf8')).toContain(
      '29;row 28;invalid-date',
    )
    const unknown = await cli(['incidents', september, '--mapping', 'none'], env)
    expect(unknown.code).toBe(2)
    expect(unknown.told).toContain('There is no mapping called none')
  })

  describe('while a server has the database', () => {
    let server: Awaited<ReturnType<typeof startServer>>

    beforeAll(async () => {
      server = await startServer({
        env: readEnv({ DATA_FOLDER: env.DATA_FOLDER!, PORT: '0', DEMO: '0' }),
        log: pino({ level: 'silent' }),
      })
    })
    afterAll(() => server.close())

    test('hands it the file, and tells the same', async () => {
      const rejects = join(folder, 'refused.csv')
      const { code, out } = await cli(['osm', file, '--json', '--rejects', rejects], env)
      expect(code).toBe(0)
      expect(JSON.parse(out)).toMatchObject({ read: 2, written: 0, unchanged: 1, refused: 1, rejects })
      expect(await readFile(rejects, 'utf8')).toContain('node/2;out-of-range')
    })

    test('tells what would come of it, and writes nothing', async () => {
      const table = join(folder, 'cameras.csv')
      await writeFile(table, 'Namn;lon;lat\nEtt;14;56\n')
      for (const _ of [1, 2]) {
        const { code, told } = await cli(['csv', table, '--layer', 'camera_sites', '--preview'], env)
        expect(code).toBe(0)
        expect(told).toContain('Preview: nothing has been saved')
        expect(told).toContain('1 new or changed')
      }
    })

    test('hands it incidents, and tells what would come of them', async () => {
      const { code, out } = await cli(['incidents', september, '--preview', '--json'], env)
      expect(code).toBe(0)
      expect(JSON.parse(out)).toMatchObject({ preview: true, read: 39, added: 0, unchanged: 29, refused: 9 })
      const wrong = await cli(['incidents', september, '--mapping', 'none'], env)
      expect(wrong).toMatchObject({
        code: 1,
        told: expect.stringContaining('There is no mapping called none'),
      })
    })

    test('tells what the server refuses', async () => {
      const table = join(folder, 'table.csv')
      await writeFile(table, 'Namn;lon;lat\nEtt;14;56\n')
      const { code, told } = await cli(['csv', table, '--layer', 'kameror'], env)
      expect(code).toBe(1)
      expect(told).toContain('There is no layer kameror')
    })

    test('is seen at once on open maps', async () => {
      const stop = new AbortController()
      const events = await fetch(`${server.url}/api/changes`, { signal: stop.signal })
      const reader = events.body!.pipeThrough(new TextDecoderStream()).getReader()
      const second = join(folder, 'second.osm.pbf')
      await writeFile(
        second,
        osmPbf({ nodes: [{ id: 3, lon: 14.2, lat: 56, tags: { highway: 'street_lamp' } }] }),
      )
      const running = cli(['osm', second], env)
      let seen = ''
      while (!seen.includes('"basemap"')) {
        const { value, done } = await reader.read()
        if (done) break
        seen += value
      }
      stop.abort()
      expect(seen).toContain('"reload"')
      expect((await running).code).toBe(0)
    })
  })
})
