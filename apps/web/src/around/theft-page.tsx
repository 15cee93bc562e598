import { useText } from '../messages/text.ts'
import { advice, theft as words } from '../messages/theft.ts'
import styles from './around.module.css'
import { AroundPage } from './around-page.tsx'
import own from './theft-page.module.css'

/** /stoldskydd: what one can do against thefts, as lists to tick off on the screen or on paper. */
export function TheftPage() {
  const t = useText()
  return (
    <AroundPage title={t(words.title)} lead={t(words.lead)}>
      {() => (
        <>
          {advice.map(({ id, title, points }) => (
            <section key={id} className={styles.card} aria-labelledby={id}>
              <h3 id={id}>{t(title)}</h3>
              <ul className={own.points}>
                {points.map((point) => (
                  <li key={point.sv}>
                    <label>
                      <input type="checkbox" />
                      <span>{t(point)}</span>
                    </label>
                  </li>
                ))}
              </ul>
            </section>
          ))}
          <section className={styles.card} aria-labelledby="marking">
            <h3 id="marking">{t(words.marking)}</h3>
            <p>{t(words.markingHelp)}</p>
            <h3>{t(words.happened)}</h3>
            <p>{t(words.happenedHelp)}</p>
            <p className={styles.meta}>{t(words.source)}</p>
          </section>
        </>
      )}
    </AroundPage>
  )
}
