import type { ReleaseSquare } from '@trygghetskartan/api/contract-releases'
import { type Column, RowsTable } from '../admin/rows-table.tsx'
import { useFormat } from '../messages/format.ts'
import { safetyMap as words } from '../messages/safety-map.ts'
import { useText } from '../messages/text.ts'
import { Button } from '../ui/button.tsx'
import { LevelMark } from './legend.tsx'
import styles from './safety-map.module.css'
import type { SquareName } from './square-name.ts'

interface SquaresTableProps {
  readonly squares: readonly ReleaseSquare[]
  readonly nameOf: SquareName
  readonly onShow: (square: string) => void
}

const byArea = (a: ReleaseSquare, b: ReleaseSquare) => a.area.localeCompare(b.area, 'sv')

/** The map as a table: squares that say something, those with many reports first; and the others in a list that is folded away. */
export function SquaresTable({ squares, nameOf, onShow }: SquaresTableProps) {
  const t = useText()
  const format = useFormat()
  const quiet = squares.filter(({ level }) => level === 'none_or_few')
  const told = squares
    .filter(({ level }) => level !== 'none_or_few')
    .toSorted((a, b) => (a.level === b.level ? byArea(a, b) : a.level === 'many' ? -1 : 1))
  const columns: Column<ReleaseSquare>[] = [
    { title: t(words.place), cell: (square) => <strong>{nameOf(square)}</strong> },
    {
      title: t(words.reports),
      cell: ({ level }) => (
        <span className={styles.level}>
          <LevelMark level={level} /> {t(words[level])}
        </span>
      ),
    },
    {
      title: t(words.about),
      cell: ({ about }) => (about.length > 0 ? format.list(about.map((one) => t(words[one]))) : null),
    },
    { title: t(words.measures), cell: ({ done, coming }) => t(words.measuresOf(done, coming)) },
    {
      title: t(words.show),
      quiet: true,
      cell: (square) => (
        <Button
          size="s"
          aria-label={t(words.showSquare(nameOf(square)))}
          onClick={() => onShow(square.square)}
        >
          {t(words.show)}
        </Button>
      ),
    },
  ]
  return (
    <section aria-labelledby="squares" className={styles.section}>
      <h3 id="squares">{t(words.squares)}</h3>
      {told.length === 0 && <p>{t(words.noSquares)}</p>}
      {told.length > 0 && (
        <div className={styles.scrolled}>
          <RowsTable label={t(words.squares)} rows={told} keyOf={({ square }) => square} columns={columns} />
        </div>
      )}
      {quiet.length > 0 && (
        <details className={styles.others}>
          <summary>{t(words.others(format.number(quiet.length)))}</summary>
          <ul>
            {quiet.toSorted(byArea).map((square) => (
              <li key={square.square}>
                <Button
                  size="s"
                  kind="quiet"
                  aria-label={t(words.showSquare(nameOf(square)))}
                  onClick={() => onShow(square.square)}
                >
                  {nameOf(square)}
                </Button>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}
