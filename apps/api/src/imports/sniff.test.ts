import { gzipSync } from 'node:zlib'
import { chunked, osmPbf, textBytes } from '@trygghetskartan/formats/testing'
import { describe, expect, it } from 'vitest'
import { sniffed } from './sniff.ts'
import type { ImportFormat } from './summary.ts'

async function through(format: ImportFormat, bytes: Uint8Array): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  for await (const part of sniffed(chunked(bytes), format)) parts.push(part)
  return new Uint8Array(Buffer.concat(parts))
}

const workbook = Buffer.concat([
  Buffer.from('PK\u0003\u0004'),
  Buffer.alloc(26),
  Buffer.from('[Content_Types].xml'),
  Buffer.alloc(5000, 1),
])
const archive = Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.alloc(26), Buffer.from('table.csv')])
const png = Buffer.from('89504e470d0a1a0a0000000d4948445200000001', 'hex')

describe('a file that goes by its format', () => {
  it.each([
    ['csv', textBytes('Namn;lon;lat\nEtt;14;56\n')],
    ['csv', textBytes('BM;lon;lat\nEtt;14;56\n')],
    ['csv', textBytes('\ufeffNamn;lon;lat\n')],
    ['csv', new Uint8Array(Buffer.from('\ufeffNamn;lon;lat\nEtt;14;56\n', 'utf16le'))],
    ['csv', textBytes('')],
    ['geojson', textBytes('\n  {"type":"FeatureCollection","features":[]}')],
    ['geojson', textBytes('\ufeff{"type":"FeatureCollection"}')],
    ['geojson', textBytes('\u001e{"type":"Feature"}\n')],
    ['polisen', textBytes('[]')],
    ['osm', osmPbf({ nodes: [{ id: 1, lon: 14, lat: 56, tags: { highway: 'street_lamp' } }] })],
    ['osm', textBytes('<?xml version="1.0"?><osm version="0.6"/>')],
    ['osm', textBytes('{"elements":[]}')],
  ] as const)('%s passes whole', async (format, bytes) => {
    expect(await through(format, bytes)).toEqual(new Uint8Array(bytes))
  })

  it('passes whole also where it is long', async () => {
    const long = textBytes(`Namn;lon;lat\n${'Ett;14;56\n'.repeat(20_000)}`)
    expect((await through('csv', long)).length).toBe(long.length)
  })
})

describe('a file that is something else is refused with what it is and what was expected', () => {
  it.each([
    ['csv', workbook, 'The file is an Excel workbook, but a CSV table was expected. Save the table as CSV'],
    ['csv', archive, 'The file is a ZIP archive, but a CSV table'],
    ['csv', textBytes('{"type":"FeatureCollection"}'), 'The file is JSON, but a CSV table'],
    ['csv', textBytes('<!doctype html><table>'), 'The file is XML or a web page, but a CSV table'],
    ['csv', png, 'The file is png, but a CSV table'],
    ['csv', gzipSync('Namn;lon;lat\n'), 'packed with gzip'],
    ['geojson', textBytes('Namn;lon;lat\n'), 'The file is plain text, but GeoJSON'],
    ['geojson', textBytes('<gml/>'), 'The file is XML or a web page, but GeoJSON'],
    ['polisen', textBytes('id;name\n'), 'but the police’s events as JSON'],
    ['osm', textBytes('%PDF-1.7\n'), 'The file is a PDF, but OpenStreetMap data'],
    ['osm', workbook, 'The file is an Excel workbook, but OpenStreetMap data'],
    ['osm', gzipSync('<osm/>'), 'packed with gzip'],
  ] as const)('%s: %#', async (format, bytes, words) => {
    const failed = through(format, new Uint8Array(bytes))
    await expect(failed).rejects.toMatchObject({ name: 'FormatError', code: 'wrong-format' })
    await expect(failed).rejects.toThrow(words)
  })
})
