import type { ReleaseArea } from '@trygghetskartan/api/contract-releases'
import { useFormat } from '../messages/format.ts'
import { safetyMap as words } from '../messages/safety-map.ts'
import { useText } from '../messages/text.ts'
import { LevelMark } from './legend.tsx'
import styles from './safety-map.module.css'

/** Each area in words: reports, what residents said when they were asked, and what is done. */
export function AreasList({ areas }: { readonly areas: readonly ReleaseArea[] }) {
  const t = useText()
  const format = useFormat()
  if (areas.length === 0) return null
  return (
    <section aria-labelledby="areas" className={styles.section}>
      <h3 id="areas">{t(words.areas)}</h3>
      <p className={styles.told}>{t(words.surveyHow)}</p>
      <ul className={styles.areas}>
        {areas.map(({ name, level, about, squares, done, coming, survey }) => (
          <li key={name} className={styles.area}>
            <h4>{name}</h4>
            <p className={styles.level}>
              <LevelMark level={level} /> {t(words[level])}
            </p>
            <p className={styles.soft}>{t(words.areaSquares(squares.some, squares.many, squares.all))}.</p>
            {about.length > 0 && (
              <p>
                {t(words.about)}: {format.list(about.map((one) => t(words[one])))}
              </p>
            )}
            <p>
              {t(
                words.survey(
                  format.number(Math.round(survey.low)),
                  format.number(Math.round(survey.high)),
                  survey.year,
                ),
              )}
              .
            </p>
            <p className={styles.soft}>
              {t(
                words.surveyBasis(
                  format.number(survey.respondents),
                  survey.responseRate === null ? '' : format.number(survey.responseRate),
                ),
              )}
              .
            </p>
            <p>
              {t(words.measures)}: {t(words.measuresOf(done, coming))}.
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
