import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pack } from '@trygghetskartan/api/kept-inputs'
import { digestOf } from '@trygghetskartan/api/siting/digest'
import { engines, testDatabase } from '@trygghetskartan/api/testing/test-database'
import { type CameraMeasure, cameraReport, methodsVersion, type SitingRun } from '@trygghetskartan/siting'
import { at, building, demandOf, groundOf, rectangle } from '@trygghetskartan/siting/testing/grounds'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { UsageError } from './command.ts'
import { command } from './siting.ts'

async function run(env: NodeJS.ProcessEnv, ...args: string[]) {
  const lines: string[] = []
  const told: string[] = []
  const code = await command.run(args, {
    out: (line) => lines.push(line),
    tell: (text) => told.push(typeof text === 'string' ? text : text.sv),
    language: 'sv',
    env,
  })
  return { code, lines, told: told.join('\n') }
}

const camera: CameraMeasure = {
  ...{ id: 'own', layer: 'camera_sites', title: 'Torget', status: 'idea', investment: null, yearly: null },
  ...{ kind: 'camera', at: at(0, 0), masks: [rectangle(-20, 10, 0, 30)], hours: null },
  camera: { movement: 'fixed', height: 4, direction: 0, tilt: 30, fieldOfView: 90, across: 1920, reach: 60 },
}
const ground = groundOf(200, {
  buildings: [building('house', [-30, 20, 30, 30], { use: 'home', homes: 12 })],
})
const demand = demandOf(200)
const request = { camera, edition: 2014, others: [] } as const
const result = cameraReport({ ...request, ground, demand })
const saved: SitingRun = {
  kind: 'camera',
  methods: methodsVersion,
  inputs: { ...request, ground, demand },
  result,
}

describe('npm run siting', () => {
  let folder: string
  const write = async (name: string, content: unknown) => {
    const file = join(folder, name)
    await writeFile(file, typeof content === 'string' ? content : JSON.stringify(content))
    return file
  }

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'siting-'))
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))

  test('makes every figure of a saved result again, and says where one is otherwise', async () => {
    const whole = await run({}, 'reproduce', await write('run.json', saved))
    expect(whole.code).toBe(0)
    expect(whole.lines).toContainEqual(expect.stringMatching(/^area\.seen\t[\d.]+\t[\d.]+\t=$/))
    expect(whole.lines.every((line) => line.endsWith('\t='))).toBe(true)
    const plain = JSON.parse(JSON.stringify(saved)) as { result: { area: { seen: number } } }
    const was = plain.result.area.seen
    plain.result.area.seen = was + 1
    const changed = await run({}, 'reproduce', await write('changed.json', plain))
    expect(changed.code).toBe(1)
    expect(changed.lines.filter((line) => line.endsWith('≠'))).toEqual([`area.seen\t${was + 1}\t${was}\t≠`])
    expect(changed.told).toContain('1 av ')
    const older = await run({}, 'reproduce', await write('older.json', { ...saved, methods: 99 }))
    expect([older.code, older.told]).toEqual([1, expect.stringContaining('version 99')])
  })

  test('says what a file lacks that is no saved result', async () => {
    for (const bad of ['Handla mjölk', '{}', 'null', '{"kind":"camera","methods":1,"inputs":{}}'])
      await expect(run({}, 'reproduce', await write('bad.json', bad))).rejects.toThrow('no saved result')
    await expect(run({}, 'reproduce', join(folder, 'nowhere.json'))).rejects.toThrow(UsageError)
    await expect(run({}, 'reproduce')).rejects.toThrow(UsageError)
    await expect(run({}, 'export', 'x', 'y')).rejects.toThrow(UsageError)
  })

  test.runIf(engines.includes('postgres'))('reads the result from the database, whole', async () => {
    const database = await testDatabase('postgres')
    const env = { DATABASE_URL: database.url }
    const id = crypto.randomUUID()
    const kept = [digestOf(ground), digestOf(demand)] as const
    await database.owner(async (sql) => {
      for (const { digest, text } of kept)
        await sql`insert into core.siting_inputs (sha256, content) values (${digest}, ${await pack(text)})`
      await sql`
        insert into core.siting_runs (id, kind, title, methods, request, ground, demand, result)
        values (${id}, 'camera', 'Torget', ${methodsVersion}, ${JSON.stringify(request)}::text::json, ${kept[0].digest}, ${kept[1].digest},
          ${JSON.stringify(result)}::text::json)`
    })
    expect((await run(env, 'reproduce', id)).code).toBe(0)
    const file = join(folder, 'exported.json')
    expect((await run(env, 'export', id, file)).code).toBe(0)
    expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({
      id,
      title: 'Torget',
      inputs: { edition: 2014 },
    })
    expect((await run({}, 'reproduce', file)).code).toBe(0)
    await expect(run(env, 'export', id, file)).rejects.toThrow('cannot be written')
    await expect(run(env, 'reproduce', crypto.randomUUID())).rejects.toThrow('There is no result')
    await database.owner(
      async (sql) =>
        sql`update core.siting_inputs set content = ${await pack('{}')} where sha256 = ${kept[0].digest}`,
    )
    await expect(run(env, 'reproduce', id)).rejects.toThrow('not whole')
    await database.close()
  })
})
