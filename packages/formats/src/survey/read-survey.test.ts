import { describe, expect, it } from 'vitest'
import type { Refusal } from '../refusal.ts'
import { chunked, textBytes } from '../testing/index.ts'
import { readSurvey, type SurveyRow } from './read-survey.ts'

async function read(text: string) {
  const rows: SurveyRow[] = []
  const refusals: Refusal[] = []
  for await (const each of readSurvey(chunked(textBytes(text)))) {
    if ('item' in each) rows.push(each.item)
    else refusals.push(each.refusal)
  }
  return { rows, refusals }
}

describe('a table of survey results', () => {
  it('is read as a Swedish spreadsheet saves it', async () => {
    const { rows, refusals } = await read(
      'Område;Kod;År;Fråga;Andel (%);Antal svar;Svarsfrekvens\r\nGamlegården;1290A;2025;"Otrygg; sen kväll";44,5 %;188;41,2\r\nNäsby;;2025;Känner till områdespolisen;1 2;176;\r\n',
    )
    expect(refusals).toEqual([])
    expect(rows[0]).toEqual({
      ...{ line: 2, element: 'row 1', area: 'Gamlegården', code: '1290A', year: 2025 },
      ...{ question: 'Otrygg; sen kväll', share: 44.5, n: 188, responseRate: 41.2, source: null },
    })
    expect(rows[1]).toMatchObject({ code: null, share: 12, responseRate: null })
  })

  it('refuses each row that says nothing, with its line and reason, and reads the rest', async () => {
    const { rows, refusals } = await read(
      'area,year,question,share,n\n,2025,A,20,50\nX,25,A,20,50\nX,2025,,20,50\nX,2025,A,120,50\nX,2025,A,20,0\nX,2025,A,20\nX,2025,A,tjugo,50\nX,2025,A,20,50\nX,2025,Enkät av anna@example.se,20,50\n',
    )
    expect(refusals.map(({ line, code }) => [line, code])).toEqual([
      [2, 'no-area'],
      [3, 'no-year'],
      [4, 'no-question'],
      [5, 'no-share'],
      [6, 'no-answers'],
      [7, 'wrong-width'],
      [8, 'no-share'],
      [10, 'person'],
    ])
    expect(rows).toHaveLength(1)
  })

  it('is refused whole where a column is missing, nothing is there, or shares are fractions', async () => {
    await expect(read('område;år;andel;n\nX;2025;20;50')).rejects.toMatchObject({ code: 'missing-column' })
    await expect(read('år;fråga;andel;n\n2025;A;20;50')).rejects.toMatchObject({ code: 'missing-column' })
    await expect(read('')).rejects.toMatchObject({ code: 'empty-file' })
    await expect(read('område;år;fråga;andel;n\nX;2025;A;0,27;50\nY;2025;A;0,31;50')).rejects.toMatchObject({
      code: 'shares-as-fractions',
    })
  })
})
