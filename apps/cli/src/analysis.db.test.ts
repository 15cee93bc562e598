import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import {
  type AnalysisQuestion,
  analysisMethods,
  answerTo,
  columnsOf,
  everyIncident,
  forSaving,
  packIncidents,
} from '@trygghetskartan/analysis'
import { nameOf } from '@trygghetskartan/api/kept-inputs'
import { engines, testDatabase } from '@trygghetskartan/api/testing/test-database'
import { isRefusal } from '@trygghetskartan/geo'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { command } from './analysis.ts'

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

const incidents = columnsOf(
  Array.from({ length: 60 }, (_, i) => ({
    ...{
      x: 447_000 + ((i * 37) % 200),
      y: 6_209_000 + ((i * 91) % 190),
      from: 29_000_000 + ((i * 17) % 50) * 1440,
    },
    ...({ timePrecision: 'minute', kind: 'fight', precision: 'exact', source: 'incidents' } as const),
  })),
  3006,
)
const question: AnalysisQuestion = {
  ...{ kind: 'knox', area: null, filter: everyIncident, seed: 4 },
  parameters: { distances: [0, 50, 100], days: [0, 7], metric: 'euclidean', runs: 49, acceptSnapped: false },
}

describe('npm run analysis', () => {
  let folder: string
  let packed: Buffer
  let saved: Record<string, unknown>
  const write = async (name: string, content: unknown) => {
    const file = join(folder, name)
    await writeFile(file, JSON.stringify(content))
    return file
  }
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'analysis-'))
    const parts: Uint8Array[] = []
    for await (const part of packIncidents([incidents], 3006)) parts.push(part)
    packed = Buffer.concat(parts)
    const answer = await answerTo(question, { incidents })
    if (isRefusal(answer)) throw new Error(answer.text.en)
    const result = forSaving('knox', answer)
    saved = { methods: analysisMethods, question, result, incidents: gzipSync(packed).toString('base64') }
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))

  test('makes every figure of a file again, and says where one is otherwise or what a file lacks', async () => {
    const whole = await run({}, 'reproduce', await write('run.json', saved))
    expect([whole.code, whole.lines.every((line) => line.endsWith('\t='))]).toEqual([0, true])
    expect(whole.lines).toContainEqual(expect.stringMatching(/^table\[0\]\[0\]\.observed\t\d+\t\d+\t=$/))
    const changed = structuredClone(saved) as { result: { table: { observed: number }[][] } }
    changed.result.table[1]![0]!.observed += 1
    const told = await run({}, 'reproduce', await write('changed.json', changed))
    expect(told.code).toBe(1)
    expect(told.lines.filter((line) => line.endsWith('≠'))).toEqual([
      expect.stringMatching(/^table\[1\]\[0\]\.observed\t/),
    ])
    for (const bad of [{}, { ...saved, question: null }, { ...saved, incidents: 7 }])
      await expect(run({}, 'reproduce', await write('bad.json', bad))).rejects.toThrow('no saved result')
    const damaged = { ...saved, incidents: 'AAAA' }
    await expect(run({}, 'reproduce', await write('damaged.json', damaged))).rejects.toThrow('not packed')
  })

  test.runIf(engines.includes('postgres'))('reads the analysis from the database, whole', async () => {
    const database = await testDatabase('postgres')
    const env = { DATABASE_URL: database.url }
    const id = crypto.randomUUID()
    const name = nameOf(packed)
    await database.owner(async (sql) => {
      await sql`insert into core.analysis_inputs (sha256, content) values (${name}, ${gzipSync(packed)})`
      await sql`
        insert into core.analyses (id, kind, title, methods, question, incidents, result)
        values (${id}, 'knox', 'Upprepning', ${analysisMethods}, ${JSON.stringify(question)}::text::json, ${name},
          ${JSON.stringify(saved.result)}::text::json)`
    })
    expect((await run(env, 'reproduce', id)).code).toBe(0)
    const file = join(folder, 'exported.json')
    expect((await run(env, 'export', id, file)).code).toBe(0)
    expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({ id, title: 'Upprepning' })
    expect((await run({}, 'reproduce', file)).code).toBe(0)
    await database.owner(
      (sql) => sql`update core.analysis_inputs set content = ${gzipSync('other')} where sha256 = ${name}`,
    )
    await expect(run(env, 'reproduce', id)).rejects.toThrow('not whole')
    await database.close()
  })
})
