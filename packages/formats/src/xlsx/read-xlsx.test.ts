import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { chunked } from '../testing/index.ts'
import { textOfNumber } from './cell-text.ts'
import { readXlsx } from './read-xlsx.ts'

const workbook = (body: string) =>
  `<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">${body}</workbook>`
const files: Record<string, string> = {
  'xl/worksheets/sheet2.xml': `<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData>
    <x:row r="1"><x:c r="A1" t="s"><x:v>0</x:v></x:c><x:c r="B1" t="inlineStr"><x:is><x:t>Datum</x:t></x:is></x:c><x:c r="D1" t="str"><x:v>Tid &amp; rum</x:v></x:c></x:row>
    <x:row r="2"><x:c r="A2"><x:v>12.5</x:v></x:c><x:c r="B2" s="1"><x:v>46143</x:v></x:c><x:c r="C2" t="b"><x:v>1</x:v></x:c><x:c r="D2" s="3"><x:v>0.604166666666667</x:v></x:c></x:row>
    <x:row r="3"><x:c r="A3"/></x:row>
    <x:row r="7"><x:c r="A7" t="s"><x:v>1</x:v></x:c><x:c r="B7" s="2"><x:v>46143.979166666664</x:v></x:c><x:c r="C7" t="e"><x:v>#N/A</x:v></x:c></x:row>
  </x:sheetData></x:worksheet>`,
  'xl/workbook.xml': workbook(
    '<sheets><sheet name="Gömt" sheetId="1" state="hidden" r:id="r1"/><sheet name="Händelser" sheetId="2" r:id="r2"/></sheets>',
  ),
  'xl/_rels/workbook.xml.rels':
    '<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Target="worksheets/sheet2.xml"/></Relationships>',
  'xl/styles.xml': `<styleSheet><numFmts><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd&quot; kl &quot;hh:mm"/></numFmts>
    <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="20"/></cellXfs></styleSheet>`,
  'xl/sharedStrings.xml':
    '<sst><si><t>Brott</t></si><si><r><t>Cykel</t></r><r><t xml:space="preserve"> stöld</t></r><rPh><t>x</t></rPh></si></sst>',
}
const packed = (more: Record<string, string> = {}) =>
  zipSync(
    Object.fromEntries(Object.entries({ ...files, ...more }).map(([name, text]) => [name, strToU8(text)])),
  )

async function read(bytes: Uint8Array) {
  const rows: [number, string[]][] = []
  for await (const { line, cells } of readXlsx(() => chunked(bytes, 301))) rows.push([line, cells])
  return rows
}

describe('a workbook', () => {
  test('is read from its first sheet that is shown, wherever its texts stand, dates and times as they are shown', async () => {
    expect(await read(packed())).toEqual([
      [1, ['Brott', 'Datum', '', 'Tid & rum']],
      [2, ['12.5', '2026-05-01', '1', '14:30']],
      [7, ['Cykel stöld', '2026-05-01 23:30', '']],
    ])
  })

  test('that is none, or is broken, is refused', async () => {
    await expect(read(zipSync({ 'a.txt': strToU8('a') }))).rejects.toMatchObject({ code: 'not-xlsx' })
    await expect(read(packed({ 'xl/workbook.xml': '<workbook><sheets>' }))).rejects.toMatchObject({
      code: 'not-xlsx',
    })
    const bytes = packed()
    bytes.fill(255, 60, 400)
    await expect(read(bytes)).rejects.toMatchObject({
      code: expect.stringMatching(/broken-archive|not-xlsx/),
    })
  })

  test('may count its days from 1904', () => {
    const date = { date: true, time: false }
    expect(textOfNumber('44681', date, true)).toBe('2026-05-01')
    expect(textOfNumber('46143', date, false)).toBe('2026-05-01')
    expect(textOfNumber('-1', date, false)).toBe('-1')
  })
})
