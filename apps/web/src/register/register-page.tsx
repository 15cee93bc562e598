import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useEffect } from 'react'
import { SiteLinks } from '../around/site-links.tsx'
import { PlainFrame } from '../frame/plain-frame.tsx'
import { frame } from '../messages/frame.ts'
import { register as words } from '../messages/register.ts'
import { useText } from '../messages/text.ts'
import { useSession } from '../session.ts'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { Empty, ErrorNote, Note, Skeleton } from '../ui/note.tsx'
import { readRegister, registerCsv } from './register-api.ts'
import styles from './register-page.module.css'
import { RegisterTable } from './register-table.tsx'

/** /kameraregister and /planera/kameraregister: every surveillance by camera, as far as the reader may see it. */
export function RegisterPage() {
  const t = useText()
  useEffect(() => {
    document.title = `${t(words.title)} · ${t(frame.name)}`
  }, [t])
  return <PlainFrame>{() => <Content />}</PlainFrame>
}

function Content() {
  const t = useText()
  const { config, me } = useSession()
  const { data, error, refetch } = useQuery({
    queryKey: ['camera-register', me.audience],
    queryFn: ({ signal }) => readRegister(signal),
  })
  const isStaff = me.audience === 'planner' || me.audience === 'police'
  const lacking = isStaff
    ? (data?.entries.filter(
        ({ status, documentation }) => status === 'in_operation' && documentation !== 'signed',
      ).length ?? 0)
    : 0
  return (
    <main id="content" tabIndex={-1} className={styles.page}>
      <div className={styles.inner}>
        <header className={styles.head}>
          <div>
            <h2>{t(words.titleFor(config.municipality.name))}</h2>
            <p>{t(isStaff ? words.leadStaff : words.leadPublic)}</p>
          </div>
          <nav className={styles.actions}>
            <Link to={me.faces.includes('/planera') ? '/planera' : '/'}>{t(words.backToMap)}</Link>
            <a href={registerCsv} download>
              {t(words.csv)}
            </a>
            <Button size="s" icon={<Icon name="download" size={16} />} onClick={() => print()}>
              {t(words.print)}
            </Button>
          </nav>
        </header>
        {lacking > 0 && <Note tone="warning">{t(words.lacking(lacking))}</Note>}
        {error && <ErrorNote error={error} onRetry={() => void refetch()} />}
        {!data && !error && <Skeleton lines={8} />}
        {data?.entries.length === 0 && <Empty title={t(words.none)} />}
        {data && data.entries.length > 0 && (
          <div className={styles.card}>
            <RegisterTable entries={data.entries} isStaff={isStaff} />
          </div>
        )}
        {!isStaff && <SiteLinks without="/kameraregister" />}
      </div>
    </main>
  )
}
