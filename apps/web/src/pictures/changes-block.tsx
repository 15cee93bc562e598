import type { ChangesData, SectionData, Verdict, WeekCount } from '@trygghetskartan/api/contract-pictures'
import { useFormat } from '../messages/format.ts'
import { kindTitles, verdicts } from '../messages/picture-kinds.ts'
import { pictures as words } from '../messages/pictures.ts'
import { useText } from '../messages/text.ts'
import { areaName } from './area-name.ts'
import styles from './blocks.module.css'
import { Scrolled } from './scrolled.tsx'
import { SharedTableView } from './shared-table-view.tsx'

/** Verdicts that are news, in the order they are told. */
const news: readonly Verdict[] = ['new', 'growing', 'fading', 'solved']

/** What is new, growing, fading and solved, by area and kind; for the municipality the published table. */
export function ChangesBlock({ data }: { readonly data: SectionData }) {
  if (data.cells && data.areas && data.kinds && data.total && data.byArea && data.byKind)
    return <Changes data={data as ChangesData} />
  return data.table ? <SharedTableView table={data.table} before={data.tableBefore ?? null} /> : null
}

function Changes({ data }: { readonly data: ChangesData }) {
  const t = useText()
  const format = useFormat()
  const found = data.cells.flatMap((row, i) =>
    row.map((count, j) => ({ area: data.areas[i]!, kind: data.kinds[j]!, count })),
  )
  const told = news
    .map((verdict) => ({ verdict, rows: found.filter(({ count }) => count.verdict === verdict) }))
    .filter(({ rows }) => rows.length > 0)
  return (
    <div className={styles.block}>
      {told.length === 0 && <p>{t(words.noNews)}</p>}
      <div className={styles.news}>
        {told.map(({ verdict, rows }) => (
          <section key={verdict}>
            <h4>
              <span className={styles.verdict} data-verdict={verdict}>
                {t(verdicts[verdict])}
              </span>
            </h4>
            <ul>
              {rows
                .toSorted((a, b) => b.count.n - a.count.n)
                .map(({ area, kind, count }) => (
                  <li key={`${area} ${kind}`}>
                    <strong>
                      {t(areaName(area))}: {t(kindTitles[kind] ?? { sv: kind, en: kind }).toLowerCase()}
                    </strong>
                    <span>
                      {format.number(count.n)} ({t(words.weekBefore(format.number(count.before)))},{' '}
                      {t(words.recentMean(format.number(count.recent)))})
                    </span>
                    <Ratio count={count} />
                  </li>
                ))}
            </ul>
          </section>
        ))}
      </div>
      <Table data={data} />
      <p className={styles.small}>
        {t(data.source === 'feed' ? words.sourceFeed : words.sourceIncidents)}{' '}
        {t(words.compared(data.compared.counts, format.number(data.compared.falseDiscovery * 100)))}
        {data.leftOut.imprecise > 0 && ` ${t(words.leftOut(data.leftOut.imprecise))}`}
      </p>
    </div>
  )
}

function Ratio({ count: { ratio } }: { readonly count: WeekCount }) {
  const t = useText()
  const format = useFormat()
  if (ratio?.value == null || ratio.high === null) return null
  return (
    <small>
      {t(words.ratio(format.number(ratio.value), format.number(ratio.low), format.number(ratio.high)))}
    </small>
  )
}

function Table({ data }: { readonly data: ChangesData }) {
  const t = useText()
  const rows = data.areas
    .map((area, i) => ({ area, cells: data.cells[i]!, total: data.byArea[i]! }))
    .filter(({ total }) => total.n + total.before + total.recent > 0)
  return (
    <Scrolled label={t(words.byArea)}>
      <table className={styles.table}>
        <caption>
          {t(words.byArea)}. {t(words.beforeInBrackets)}
        </caption>
        <thead>
          <tr>
            <th scope="col">{t(words.area)}</th>
            {data.kinds.map((kind) => (
              <th key={kind} scope="col">
                {t(kindTitles[kind] ?? { sv: kind, en: kind })}
              </th>
            ))}
            <th scope="col">{t(words.total)}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ area, cells, total }) => (
            <tr key={area}>
              <th scope="row">{t(areaName(area))}</th>
              {cells.map((count, j) => (
                <Cell key={data.kinds[j]} count={count} />
              ))}
              <Cell count={total} />
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t(words.total)}</th>
            {data.byKind.map((count, j) => (
              <Cell key={data.kinds[j]} count={count} />
            ))}
            <Cell count={data.total} />
          </tr>
        </tfoot>
      </table>
    </Scrolled>
  )
}

function Cell({ count: { n, before, verdict } }: { readonly count: WeekCount }) {
  const t = useText()
  const isNews = news.includes(verdict)
  return (
    <td
      data-verdict={isNews ? verdict : undefined}
      data-none={(n === 0 && before === 0) || undefined}
      title={isNews ? t(verdicts[verdict]) : undefined}
    >
      {n} <small className={styles.earlier}>({before})</small>
      {isNews && <span className="sr-only">, {t(verdicts[verdict])}</span>}
    </td>
  )
}
