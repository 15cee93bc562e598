import { isRefusal } from '@trygghetskartan/geo'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type IncidentColumns, precisions, timePrecisions } from './columns.ts'
import { blockRows, packIncidents } from './pack.ts'
import { columnsOf, type IncidentRow } from './rows.ts'
import { unpackIncidents } from './unpack.ts'

const packed = async (pieces: readonly IncidentColumns[], srid = 3006): Promise<Uint8Array> => {
  const chunks: Uint8Array[] = []
  for await (const chunk of packIncidents(pieces, srid)) chunks.push(chunk)
  return new Uint8Array(Buffer.concat(chunks))
}

const centimetres = fc.integer({ min: -2_000_000_000, max: 2_000_000_000 }).map((value) => value / 100)
const row: fc.Arbitrary<IncidentRow> = fc
  .record({
    x: fc.oneof(centimetres, fc.constant(Number.NaN)),
    y: centimetres,
    from: fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }),
    lasting: fc.nat(1_000_000_000),
    timePrecision: fc.constantFrom(...timePrecisions),
    kind: fc.constantFrom('Stöld', 'Misshandel', 'Skadegörelse 👋', ''),
    precision: fc.constantFrom(...precisions),
    source: fc.constantFrom('incidents', 'observations'),
  })
  .map(({ lasting, ...rest }) => ({ ...rest, to: rest.from + lasting }))

const plain = (columns: IncidentColumns): unknown[] =>
  Array.from({ length: columns.length }, (_, i) => [
    columns.x[i],
    columns.y[i],
    columns.from[i],
    columns.to[i],
    timePrecisions[columns.timePrecision[i]!],
    columns.kinds[columns.kind[i]!],
    precisions[columns.precision[i]!],
    columns.sources[columns.source[i]!],
  ])

describe('packed incidents', () => {
  it('come back as they were, in whatever pieces they were packed', () =>
    fc.assert(
      fc.asyncProperty(fc.array(fc.array(row)), async (pieces) => {
        const back = unpackIncidents(
          await packed(
            pieces.map((rows) => columnsOf(rows, 3006)),
            3006,
          ),
        )
        if (isRefusal(back)) throw new Error(back.text.en)
        expect(back.srid).toBe(3006)
        expect(plain(back)).toEqual(plain(columnsOf(pieces.flat(), 3006)))
      }),
      { numRuns: 200 },
    ))

  it('are cut into blocks and take a dozen bytes a row', async () => {
    const rows = Array.from(
      { length: 2 * blockRows + 5 },
      (_, i): IncidentRow => ({
        x: 440_000 + ((i * 7919) % 20_000),
        y: 6_200_000 + ((i * 104_729) % 20_000),
        from: 27_000_000 + 3 * i,
        timePrecision: 'minute',
        kind: `kind ${i % 40}`,
        precision: 'exact',
        source: 'incidents',
      }),
    )
    const columns = columnsOf(rows, 3006)
    let chunks = 0
    for await (const chunk of packIncidents([columns], 3006)) chunks += chunk.length > 0 ? 1 : 0
    expect(chunks).toBe(5)
    const bytes = await packed([columns])
    expect(bytes.length / rows.length).toBeLessThan(13)
    const back = unpackIncidents(bytes.buffer)
    if (isRefusal(back)) throw new Error(back.text.en)
    for (const name of ['x', 'y', 'from', 'to', 'timePrecision', 'kind', 'precision', 'source'] as const)
      expect(Buffer.from(back[name].buffer).equals(Buffer.from(columns[name].buffer)), name).toBe(true)
  })

  it('are refused with a reason where they are cut off, changed, of another version or something else', async () => {
    const one: IncidentRow = {
      x: 447_000.25,
      y: 6_209_000.5,
      from: 27_000_000,
      timePrecision: 'minute',
      kind: 'Stöld',
      precision: 'exact',
      source: 'incidents',
    }
    const bytes = await packed([columnsOf([one, { ...one, kind: 'Rån' }], 3006)])
    const codeOf = (changed: Uint8Array) => {
      const answer = unpackIncidents(changed)
      return isRefusal(answer) ? answer.code : 'read'
    }
    expect(codeOf(bytes)).toBe('read')
    for (let length = 0; length < bytes.length; length++)
      expect(codeOf(bytes.slice(0, length))).toMatch(/^(not|damaged)-incidents$/)
    for (let at = 0; at < bytes.length; at++) {
      const changed = bytes.slice()
      changed[at]! ^= 0x11
      // The reference system in the header alone may become another number.
      if (codeOf(changed) === 'read') expect(at).toBeLessThan(25)
    }
    expect(codeOf(new Uint8Array([...bytes, 0]))).toBe('damaged-incidents')
    expect(codeOf(new TextEncoder().encode('{"type":"about:blank"}'))).toBe('not-incidents')
    const newer = bytes.slice()
    newer[4] = 9
    expect(codeOf(newer)).toBe('incidents-version')
  })

  it('throw where columns break their own rules, and hold none at all', async () => {
    const columns = columnsOf(
      [
        {
          x: 0,
          y: 0,
          from: 10,
          to: 5,
          timePrecision: 'minute',
          kind: 'a',
          precision: 'exact',
          source: 'b',
        },
      ],
      3006,
    )
    await expect(packed([columns])).rejects.toThrow(/ends before/)
    await expect(packed([columnsOf([], 3008)])).rejects.toThrow(/EPSG:3008/)
    expect(unpackIncidents(await packed([]))).toMatchObject({ length: 0, srid: 3006 })
  })
})
