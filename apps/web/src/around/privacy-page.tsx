import { useQuery } from '@tanstack/react-query'
import { RowsTable } from '../admin/rows-table.tsx'
import { privacy as words } from '../messages/privacy.ts'
import { useText } from '../messages/text.ts'
import { ErrorNote, Skeleton } from '../ui/note.tsx'
import styles from './around.module.css'
import { aboutQuery } from './around-api.ts'
import { AroundPage } from './around-page.tsx'
import { Contact } from './contact.tsx'

/** /personuppgifter: what is kept and for how long, told by the same table that it is cleared by. */
export function PrivacyPage() {
  const t = useText()
  return (
    <AroundPage title={t(words.title)} lead={t(words.lead)}>
      {() => <Content />}
    </AroundPage>
  )
}

function Content() {
  const t = useText()
  const { data, error, refetch } = useQuery(aboutQuery)
  return (
    <>
      <section className={styles.card} aria-labelledby="who">
        <h3 id="who">{t(words.who)}</h3>
        {data && <p>{t(words.whoHelp(data.municipality))}</p>}
        <Contact whose="dataProtection" />
        <h3>{t(words.basis)}</h3>
        <p>{t(words.basisHelp)}</p>
        <h3>{t(words.visiting)}</h3>
        <ul>
          {words.visitingHelp.map((one) => (
            <li key={one.sv}>{t(one)}</li>
          ))}
        </ul>
      </section>
      <section className={styles.card} aria-labelledby="kept">
        <div>
          <h3 id="kept">{t(words.kept)}</h3>
          <p className={styles.soft}>{t(words.keptHelp)}</p>
        </div>
        {error && <ErrorNote error={error} onRetry={() => void refetch()} />}
        {!data && !error && <Skeleton lines={8} page />}
        {data && (
          <RowsTable
            label={t(words.kept)}
            rows={data.clocks}
            keyOf={({ kind }) => kind}
            columns={[
              { title: t(words.what), cell: ({ title }) => <strong>{t(title)}</strong> },
              {
                title: t(words.howLong),
                cell: ({ keep, from }) => (
                  <>
                    {t(durationWords(keep))}
                    <br />
                    <small>{t(words.from(t(from)))}</small>
                  </>
                ),
              },
              { title: t(words.rule), cell: ({ rule }) => t(rule) },
            ]}
          />
        )}
      </section>
      <section className={styles.card} aria-labelledby="rights">
        <h3 id="rights">{t(words.rights)}</h3>
        <ul>
          {words.rightsHelp.map((one) => (
            <li key={one.sv}>{t(one)}</li>
          ))}
        </ul>
        <Contact whose="dataProtection" />
      </section>
    </>
  )
}

/** Of an ISO 8601 duration such as P2Y6M. */
function durationWords(duration: string) {
  const part = (sign: string) => Number(new RegExp(`(\\d+)${sign}`).exec(duration)?.[1] ?? 0)
  return words.duration(part('Y'), part('M'), part('D') + 7 * part('W'))
}
