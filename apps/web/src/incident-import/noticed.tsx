import type { IncidentMapping, IncidentSummary } from '@trygghetskartan/api/contract-incidents'
import { useFormat } from '../messages/format.ts'
import {
  dateFormTitles,
  flagTitles,
  precisionTitles,
  incidentImport as words,
} from '../messages/incident-import.ts'
import { useText } from '../messages/text.ts'
import { Icon } from '../ui/icon.tsx'
import styles from './incident-import-page.module.css'

type Problem = IncidentSummary['problems'][number]

interface NoticedProps {
  readonly summary: IncidentSummary
  readonly mapping: IncidentMapping
  readonly onChange: (mapping: IncidentMapping) => void
}

/** What is to be seen of the file, each with the way to put it right. */
export function Noticed({ summary, mapping, onChange }: NoticedProps) {
  const t = useText()
  const format = useFormat()
  const flags = Object.entries(summary.flags)
  if (summary.problems.length + flags.length === 0) return null
  return (
    <section className={styles.card}>
      <h3>{t(words.noticed)}</h3>
      <ul className={styles.noticed}>
        {summary.problems.map((problem) => (
          <li
            key={`${problem.code} ${problem.place?.x} ${problem.place?.y}`}
            data-stops={problem.stops || undefined}
          >
            <Icon name="warning" size={16} />
            <div>
              <p>{t(problem.message)}</p>
              <Remedy problem={problem} mapping={mapping} onChange={onChange} />
            </div>
          </li>
        ))}
        {flags.map(([flag, { count, lines }]) => (
          <li key={flag}>
            <Icon name="info" size={16} />
            <p>
              {t(flagTitles[flag] ?? { sv: flag, en: flag })}: <strong>{format.number(count)}</strong>{' '}
              <span className={styles.help}>
                ({t(words.lines(lines.join(', ')))}
                {count > lines.length ? ' …' : ''})
              </span>
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Remedy({
  problem,
  mapping,
  onChange,
}: { readonly problem: Problem } & Omit<NoticedProps, 'summary'>) {
  const t = useText()
  const { forms, place } = problem
  if (forms)
    return (
      <label className={styles.remedy}>
        {t(words.chooseForm)}
        <select
          className={styles.select}
          value={mapping.dateForm ?? ''}
          onChange={(event) =>
            onChange({ ...mapping, dateForm: (event.target.value || null) as IncidentMapping['dateForm'] })
          }
        >
          <option value="">{t(words.byFile)}</option>
          {forms.map((form) => (
            <option key={form} value={form}>
              {t(dateFormTitles[form])}
            </option>
          ))}
        </select>
      </label>
    )
  if (!place) return null
  const own = mapping.centres.find(({ x, y }) => x === place.x && y === place.y)
  const others = mapping.centres.filter((centre) => centre !== own)
  const lower = (value: string) => {
    const precision = value as IncidentMapping['defaultPrecision']
    const { x, y } = place
    onChange({ ...mapping, centres: value === '' ? others : [...others, { x, y, precision }] })
  }
  return (
    <label className={styles.remedy}>
      {t(words.lowerTo)}
      <select
        className={styles.select}
        value={own?.precision ?? ''}
        onChange={(event) => lower(event.target.value)}
      >
        <option value="">{t(words.asIs)}</option>
        {(['locality', 'municipality', 'county'] as const).map((precision) => (
          <option key={precision} value={precision}>
            {t(precisionTitles[precision])}
          </option>
        ))}
      </select>
    </label>
  )
}
