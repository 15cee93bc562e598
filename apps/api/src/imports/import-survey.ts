import { type Refusal, readSurvey, type SurveyRow } from '@trygghetskartan/formats'
import type { Database } from '../database/database.ts'
import { keepCodes, readSurveyAreas, type SurveyAreas, writeResults } from '../queries/survey-import.ts'
import type { Meter } from './meter.ts'
import type { ImportSummary } from './summary.ts'
import type { Tally } from './tally.ts'
import { type Ending, writeOnce } from './write-once.ts'

type Outcome = Pick<ImportSummary, 'read' | 'written' | 'unchanged' | 'removed'>
type Placed = SurveyRow & { readonly area: string }

const batchSize = 1500

/** Writes results of surveys to the areas they are about; those of an area, year and question that there are already are written over. */
export async function importSurvey(
  database: Database,
  input: AsyncIterable<Uint8Array>,
  meter: Meter,
  tally: Tally,
  ending: Ending,
): Promise<Outcome> {
  const { byName, byCode } = await database.owner((sql) => readSurveyAreas(sql))
  // What the file says earlier of a code holds for its later rows.
  const areas = { byName, byCode: new Map(byCode) }
  const placed: Placed[] = []
  const seen = new Set<string>()
  let read = 0
  for await (const given of readSurvey(meter.watch(input))) {
    read += 1
    meter.at(read)
    const taken = 'refusal' in given ? given : place(given.item, areas, seen)
    if ('refusal' in taken) tally.add(taken.refusal)
    else placed.push(taken.item)
  }
  meter.startWriting(placed.length)
  const written = await writeOnce(database, ending, async (sql) => {
    await keepCodes(sql, placed)
    let changed = 0
    for (let start = 0; start < placed.length; start += batchSize) {
      meter.check()
      changed += await writeResults(sql, placed.slice(start, start + batchSize))
      meter.at(Math.min(placed.length, start + batchSize))
    }
    return changed
  })
  return { read, written, unchanged: placed.length - written, removed: 0 }
}

function place(
  row: SurveyRow,
  { byCode, byName }: { readonly byCode: Map<string, string>; readonly byName: SurveyAreas['byName'] },
  seen: Set<string>,
): { item: Placed } | { refusal: Refusal } {
  const { line, element, code, year, question } = row
  const area = byName.get(row.area.toLowerCase()) ?? (row.area === '' && code ? byCode.get(code) : undefined)
  const named = row.area || (code ?? '')
  if (!area)
    return {
      refusal: {
        ...{ line, element, code: 'unknown-area' },
        message: {
          sv: `Området ”${named}” finns inte bland trygghetsundersökningens områden på kartan.`,
          en: `The area “${named}” is not among the survey's areas on the map.`,
        },
      },
    }
  if (code) byCode.set(code, area)
  const key = JSON.stringify([area, year, question])
  if (seen.has(key))
    return {
      refusal: {
        ...{ line, element, code: 'repeated' },
        message: {
          sv: `${area}, ${year} och frågan står redan tidigare i filen.`,
          en: `${area}, ${year} and the question are in the file already.`,
        },
      },
    }
  seen.add(key)
  return { item: { ...row, area } }
}
