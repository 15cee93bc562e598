import { useQuery } from '@tanstack/react-query'
import { outside, shortcomings, accessibility as words } from '../messages/accessibility.ts'
import { around } from '../messages/around.ts'
import { useText } from '../messages/text.ts'
import styles from './around.module.css'
import { aboutQuery } from './around-api.ts'
import { AroundPage } from './around-page.tsx'
import { Contact } from './contact.tsx'
import { FaultForm } from './fault-form.tsx'

/** Where Digg takes reports about public websites. */
const diggAddress = 'https://www.digg.se/tdosanmalan'

/** /tillganglighet: the statement that act 2018:1937 asks for, and a form for faults. */
export function AccessibilityPage() {
  const t = useText()
  return (
    <AroundPage title={t(words.title)} lead={t(words.lead)}>
      {() => <Content />}
    </AroundPage>
  )
}

function Content() {
  const t = useText()
  const { data } = useQuery(aboutQuery)
  return (
    <>
      <section className={styles.card} aria-labelledby="how">
        {data && <p>{t(words.statement(data.municipality))}</p>}
        <h3 id="how">{t(words.how)}</h3>
        <p>{t(words.level)}</p>
        <h4>{t(words.missing)}</h4>
        <ul>
          {shortcomings.map((one) => (
            <li key={one.sv}>{t(one)}</li>
          ))}
        </ul>
        <h4>{t(words.others)}</h4>
        <ul>
          {outside.map((one) => (
            <li key={one.sv}>{t(one)}</li>
          ))}
        </ul>
        <h3>{t(words.tested)}</h3>
        <p>{t(words.testedHow)}</p>
      </section>
      <FaultForm />
      <section className={styles.card} aria-labelledby="alternative">
        <h3 id="alternative">{t(words.alternative)}</h3>
        <p>{t(words.alternativeHelp)}</p>
        <Contact />
        <h3>{t(words.supervision)}</h3>
        <p>{t(words.supervisionHelp)}</p>
        <p>
          <a href={diggAddress} rel="noreferrer">
            {t(words.digg)}
          </a>
        </p>
        <p className={styles.meta}>
          {t(around.sources)}: {t(words.law)}
        </p>
      </section>
    </>
  )
}
