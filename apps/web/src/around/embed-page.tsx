import { useQuery } from '@tanstack/react-query'
import { embed as words } from '../messages/embed.ts'
import { useText } from '../messages/text.ts'
import { useAnnounce } from '../ui/announce.tsx'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { Note } from '../ui/note.tsx'
import styles from './around.module.css'
import { aboutQuery } from './around-api.ts'
import { AroundPage } from './around-page.tsx'
import own from './embed-page.module.css'

/** /badda-in/kod: what to paste where the map is to be shown, and who may. */
export function EmbedPage() {
  const t = useText()
  return (
    <AroundPage title={t(words.title)} lead={t(words.lead)} printed={false}>
      {() => <Content />}
    </AroundPage>
  )
}

function Content() {
  const t = useText()
  const announce = useAnnounce()
  const { data } = useQuery(aboutQuery)
  const code = `<iframe src="${location.origin}/badda-in" title="${t(words.frameTitle)}" width="100%" height="640" style="border:0" loading="lazy" allow="geolocation"></iframe>`
  return (
    <section className={styles.card} aria-labelledby="code">
      <h3 id="code">{t(words.code)}</h3>
      <p className={styles.soft}>{t(words.codeHelp)}</p>
      <pre className={own.code}>
        <code>{code}</code>
      </pre>
      <div className={styles.actions}>
        <Button
          icon={<Icon name="copy" />}
          onClick={() => {
            void navigator.clipboard
              ?.writeText(code)
              .then(() => announce(t(words.copied), { show: true }))
              .catch(() => undefined)
          }}
        >
          {t(words.copy)}
        </Button>
      </div>
      {data?.embedOrigins.length === 0 && <Note>{t(words.closed)}</Note>}
      {data && data.embedOrigins.length > 0 && (
        <>
          <h3>{t(words.open)}</h3>
          <ul>
            {data.embedOrigins.map((origin) => (
              <li key={origin}>{origin}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
