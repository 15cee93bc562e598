import type { ReleaseSquare } from '@trygghetskartan/api/contract-releases'
import { useFormat } from '../messages/format.ts'
import { safetyMap as words } from '../messages/safety-map.ts'
import { useText } from '../messages/text.ts'
import { Button } from '../ui/button.tsx'
import { LevelMark } from './legend.tsx'
import styles from './safety-map.module.css'

interface SquaresTableProps {
  readonly squares: readonly ReleaseSquare[]
  readonly onShow: (square: string) => void
}

/** The map as a table: squares that say something, those with many reports first. */
export function SquaresTable({ squares, onShow }: SquaresTableProps) {
  const t = useText()
  const format = useFormat()
  const told = squares
    .filter(({ level }) => level !== 'none_or_few')
    .sort((a, b) => (a.level === b.level ? a.area.localeCompare(b.area, 'sv') : a.level === 'many' ? -1 : 1))
  return (
    <section aria-labelledby="squares" className={styles.section}>
      <h3 id="squares">{t(words.squares)}</h3>
      {told.length === 0 && <p>{t(words.noSquares)}</p>}
      {told.length > 0 && (
        <div className={styles.scrolled}>
          <table>
            <thead>
              <tr>
                <th scope="col">{t(words.place)}</th>
                <th scope="col">{t(words.reports)}</th>
                <th scope="col">{t(words.about)}</th>
                <th scope="col">{t(words.measures)}</th>
                <th scope="col">{t(words.show)}</th>
              </tr>
            </thead>
            <tbody>
              {told.map(({ square, area, level, about, done, coming }) => (
                <tr key={square}>
                  <th scope="row">{t(area ? words.squareIn(area) : words.squareOutside)}</th>
                  <td>
                    <span className={styles.level}>
                      <LevelMark level={level} /> {t(words[level])}
                    </span>
                  </td>
                  <td>{about.length > 0 ? format.list(about.map((one) => t(words[one]))) : '–'}</td>
                  <td>{t(words.measuresOf(done, coming))}</td>
                  <td>
                    <Button size="s" aria-label={t(words.showSquare(square))} onClick={() => onShow(square)}>
                      {t(words.show)}
                    </Button>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {told.length > 0 && (
        <p className={styles.soft}>{t(words.others(format.number(squares.length - told.length)))}</p>
      )}
    </section>
  )
}
