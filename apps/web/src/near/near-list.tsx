import { Link } from '@tanstack/react-router'
import type { NearEntry } from '@trygghetskartan/api/contract-around'
import styles from '../around/around.module.css'
import { Swatch } from '../layers/swatch.tsx'
import { around } from '../messages/around.ts'
import { useFormat } from '../messages/format.ts'
import { near as words } from '../messages/near.ts'
import { useLanguage, useText } from '../messages/text.ts'
import { useSession } from '../session.ts'
import own from './near-page.module.css'

interface NearListProps {
  readonly entries: readonly NearEntry[]
  readonly news: ReadonlySet<string>
}

/** Before this nothing is dated: where the time is not known any more. */
const firstMonth = '2000-02'

/** What goes on, the coming first and then month by month, the newest first. */
export function NearList({ entries, news }: NearListProps) {
  const t = useText()
  const language = useLanguage()
  const today = new Date().toISOString().slice(0, 10)
  const isComing = ({ dates }: NearEntry) => dates.some(({ on }) => on > today)
  const months = Map.groupBy(
    entries.filter((entry) => !isComing(entry)),
    ({ month }) => month,
  )
  const name = new Intl.DateTimeFormat(language === 'sv' ? 'sv-SE' : 'en-GB', {
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  })
  const groups = [
    { title: t(words.coming), entries: entries.filter(isComing) },
    ...[...months].map(([month, inMonth]) => ({
      title: month < firstMonth ? t(words.undated) : name.format(new Date(`${month}-01`)),
      entries: inMonth,
    })),
  ].filter((group) => group.entries.length > 0)
  return groups.map((group) => (
    <section key={group.title} className={styles.items} aria-label={group.title}>
      <h4 className={own.month}>{group.title}</h4>
      <ul className={styles.items}>
        {group.entries.map((entry) => (
          <Entry key={entry.id} entry={entry} isNew={news.has(entry.id)} />
        ))}
      </ul>
    </section>
  ))
}

function Entry({ entry, isNew }: { readonly entry: NearEntry; readonly isNew: boolean }) {
  const t = useText()
  const format = useFormat()
  const { layers } = useSession()
  const layer = layers.find(({ id }) => id === entry.layer)
  const title = t(entry.title)
  return (
    <li className={styles.item}>
      <div className={own.name}>
        {layer && <Swatch layer={layer} value={legendValue(layer.legend, entry)} />}
        <strong>{title}</strong>
        {isNew && <span className={own.news}>{t(words.isNew)}</span>}
      </div>
      <p className={styles.meta}>
        {[
          t(entry.kind),
          entry.state && t(entry.state),
          ...entry.dates.map((date) => `${t(date.title)} ${format.shortDate(date.on)}`),
          entry.metres !== null && t(words.away(format.distance(Math.max(entry.metres, 10)))),
        ]
          .filter(Boolean)
          .map((part) => (
            <span key={String(part)}>{part}</span>
          ))}
      </p>
      {entry.texts.map((text) => (
        <p key={text}>{text}</p>
      ))}
      <Link
        className={styles.link}
        to="/"
        search={{ at: `${entry.point.join(',')},16.5`, sel: `${entry.layer}:${entry.id}` }}
        aria-label={t(around.showNamedOnMap(title))}
      >
        {t(around.showOnMap)}
      </Link>
    </li>
  )
}

const legendValue = (
  legend: readonly { readonly value: string; readonly title: { readonly sv: string } }[],
  { state }: NearEntry,
): string => legend.find(({ title }) => title.sv === state?.sv)?.value ?? ''
