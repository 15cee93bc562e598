import type { MapLayer } from '../map/map-style.ts'
import { useFormat } from '../messages/format.ts'
import { police as words } from '../messages/police.ts'
import { useText } from '../messages/text.ts'
import { Note } from '../ui/note.tsx'
import type { EventCounts } from './event-counts.ts'

/** Precisions too coarse to stand for a place. */
const coarse = ['street', 'locality', 'municipality', 'county']

/** In words: how many events are known only roughly, and what is done with them. */
export function LeftOut({ layer, counts }: { readonly layer: MapLayer; readonly counts: EventCounts }) {
  const t = useText()
  const format = useFormat()
  const options = layer.fields.find(({ name }) => name === 'precision')?.options ?? []
  const found = options.filter(({ value }) => coarse.includes(value) && counts.byPrecision.has(value))
  const n = found.reduce((sum, { value }) => sum + (counts.byPrecision.get(value) ?? 0), 0)
  const names = format.list(
    found.map(({ title }) => t(title).toLowerCase()),
    'disjunction',
  )
  return (
    <Note title={t(words.leftOut)}>
      <p>{t(n > 0 ? words.coarse(format.number(n), format.number(counts.total), names) : words.allPlaced)}</p>
      {counts.withoutTime > 0 && <p>{t(words.noTime(format.number(counts.withoutTime)))}</p>}
    </Note>
  )
}
