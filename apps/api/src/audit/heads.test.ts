import { appendFile, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { appendHead, type Head, readHeads } from './heads.ts'

const head = (seq: number): Head => ({ seq, hash: 'ab'.repeat(32), at: '2026-11-22T12:00:00Z' })

async function headsOf(file: string): Promise<(Head | null)[]> {
  const heads: (Head | null)[] = []
  for await (const one of readHeads(file)) heads.push(one)
  return heads
}

describe('the exported heads', () => {
  let folder: string
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'heads-'))
  })
  afterAll(() => rm(folder, { recursive: true }))

  test('are read in the order they were written, and none where there is no file', async () => {
    const file = join(folder, 'new', 'heads.ndjson')
    expect(await headsOf(file)).toEqual([])
    await appendHead(file, head(1))
    await appendHead(file, head(2))
    expect(await headsOf(file)).toEqual([head(1), head(2)])
  })

  test('go on after a line that a power cut has cut off', async () => {
    const file = join(folder, 'cut.ndjson')
    await appendHead(file, head(1))
    await appendFile(file, '{"seq":2,"hash":"abab')
    expect(await headsOf(file)).toEqual([head(1)])
    await appendHead(file, head(3))
    expect(await headsOf(file)).toEqual([head(1), head(3)])
  })

  test('say which lines are none', async () => {
    const file = join(folder, 'garbage.ndjson')
    await appendFile(
      file,
      `rubbish\n${JSON.stringify({ ...head(1), hash: 'short' })}\n\n${JSON.stringify(head(2))}\n`,
    )
    expect(await headsOf(file)).toEqual([null, null, head(2)])
  })
})
