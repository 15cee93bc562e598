import type { Picture, PictureSection, SectionData } from '@trygghetskartan/api/contract-pictures'
import { useFormat } from '../messages/format.ts'
import { sectionTitles } from '../messages/picture-kinds.ts'
import { pictures as words } from '../messages/pictures.ts'
import { useText } from '../messages/text.ts'
import { ErrorNote, Skeleton } from '../ui/note.tsx'
import styles from './comparison.module.css'
import { hasFigures, SectionBlock } from './section-block.tsx'
import { usePicture } from './use-picture.ts'
import { weekName } from './week-name.ts'
import { wordDiff } from './word-diff.ts'

interface ComparisonProps {
  readonly picture: Picture
  /** The other week. */
  readonly other: string
}

/** Two weeks side by side: key figures with their difference, each section's figures, and what words came and went. */
export function Comparison({ picture, other }: ComparisonProps) {
  const t = useText()
  const { data: earlier, error, refetch } = usePicture(other, picture.version)
  if (error) return <ErrorNote error={error} onRetry={() => void refetch()} />
  if (!earlier) return <Skeleton lines={10} />
  const [old, fresh] = earlier.week < picture.week ? [earlier, picture] : [picture, earlier]
  return (
    <article className={styles.comparison} aria-label={t(words.compareTitle)}>
      <KeyFigures old={old} fresh={fresh} />
      {fresh.sections.map((section) => {
        const before = old.sections.find(({ kind }) => kind === section.kind)
        return (
          <section key={section.kind} className={styles.section}>
            <h3>{t(sectionTitles[section.kind])}</h3>
            {section.kind !== 'summary' && hasFigures(section.kind) && (
              <div className={styles.pair} data-wide={section.kind === 'changes' || undefined}>
                <Side week={old.week} section={before} />
                <Side week={fresh.week} section={section} />
              </div>
            )}
            <TextDiff before={before?.text ?? ''} after={section.text} />
          </section>
        )
      })}
    </article>
  )
}

function Side({ week, section }: { readonly week: string; readonly section: PictureSection | undefined }) {
  const t = useText()
  return (
    <div>
      <h4>{t(weekName(week))}</h4>
      {section ? <SectionBlock section={section} /> : <p className={styles.soft}>{t(words.onlyThere)}</p>}
    </div>
  )
}

const summaryOf = (picture: Picture): SectionData =>
  picture.sections.find(({ kind }) => kind === 'summary')?.data ?? {}

function KeyFigures({ old, fresh }: { readonly old: Picture; readonly fresh: Picture }) {
  const t = useText()
  const format = useFormat()
  const [a, b] = [summaryOf(old), summaryOf(fresh)]
  const rows = [
    [words.incidents, a.incidents?.n ?? a.sharedTotal, b.incidents?.n ?? b.sharedTotal],
    [words.reports, a.reports?.n, b.reports?.n],
    [words.observations, a.observations?.n, b.observations?.n],
    [words.measuresDone, a.measureCounts?.done, b.measureCounts?.done],
  ] as const
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{t(words.figure)}</th>
          <th scope="col">{t(weekName(old.week))}</th>
          <th scope="col">{t(weekName(fresh.week))}</th>
          <th scope="col">{t(words.difference)}</th>
        </tr>
      </thead>
      <tbody>
        {rows
          .filter(([, before, after]) => before !== undefined || after !== undefined)
          .map(([title, before, after]) => (
            <tr key={title.en}>
              <th scope="row">{t(title)}</th>
              <td>{before == null ? '–' : format.number(before)}</td>
              <td>{after == null ? '–' : format.number(after)}</td>
              <td>
                {before == null || after == null
                  ? '–'
                  : `${after > before ? '+' : ''}${format.number(after - before)}`}
              </td>
            </tr>
          ))}
      </tbody>
    </table>
  )
}

function TextDiff({ before, after }: { readonly before: string; readonly after: string }) {
  const t = useText()
  if (!before.trim() && !after.trim()) return null
  if (before === after) return <p className={styles.soft}>{t(words.same)}</p>
  const parts = wordDiff(before, after)
  return (
    <p className={styles.text}>
      {parts.map(({ kind, text }, i) => {
        // biome-ignore lint/suspicious/noArrayIndexKey: parts have no names, and are made anew together
        if (kind === 'same') return <span key={i}>{text}</span>
        const Tag = kind === 'added' ? 'ins' : 'del'
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: parts have no names, and are made anew together
          <Tag key={i} aria-label={`${t(kind === 'added' ? words.addedText : words.removedText)}: ${text}`}>
            {text}
          </Tag>
        )
      })}
    </p>
  )
}
