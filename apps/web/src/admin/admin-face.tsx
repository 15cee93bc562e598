import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { Suspense, useEffect } from 'react'
import { faceOf } from '../frame/faces.ts'
import { PlainFrame } from '../frame/plain-frame.tsx'
import { Refused } from '../frame/refused.tsx'
import { admin as words } from '../messages/admin.ts'
import { frame } from '../messages/frame.ts'
import { promisesLink } from '../messages/promises-link.ts'
import { useText } from '../messages/text.ts'
import { useSession } from '../session.ts'
import { Icon } from '../ui/icon.tsx'
import { Empty, Skeleton } from '../ui/note.tsx'
import { type Search, validateSearch } from '../url-state.ts'
import styles from './admin-face.module.css'
import { sections } from './sections.ts'

/** `/admin/…`: accounts, rights and operations, one section at a time. */
export function AdminFace() {
  return <PlainFrame>{() => <Inside />}</PlainFrame>
}

/** What every page has stays; one section's filters are not another's. */
const shared = (before: Search) => validateSearch(before)

function Inside() {
  const t = useText()
  const { me } = useSession()
  const navigate = useNavigate()
  const { section: path = sections[0]!.path } = useParams({ strict: false })
  const section = sections.find((one) => one.path === path)
  const title = t(section?.title ?? frame.notFound)
  useEffect(() => {
    document.title = `${title} · ${t(frame.faceAdmin)} · ${t(frame.name)}`
  }, [title, t])
  if (!me.faces.includes('/admin')) return <Refused words={t(faceOf('/admin')!.refused)} />
  return (
    <div className={styles.page}>
      <nav className={styles.nav} aria-label={t(words.sections)}>
        <ul>
          {sections.map((one) => (
            <li key={one.path}>
              <Link
                to="/admin/{-$section}"
                params={{ section: one.path }}
                search={shared}
                className={styles.link}
                aria-current={one === section ? 'page' : undefined}
              >
                <Icon name={one.icon} />
                {t(one.title)}
              </Link>
            </li>
          ))}
          <li>
            <Link to="/planera/loften" className={styles.link}>
              <Icon name="check" />
              {t(promisesLink.open)}
            </Link>
          </li>
        </ul>
        <label>
          <span className="sr-only">{t(words.section)}</span>
          <select
            value={section?.path ?? ''}
            onChange={(event) =>
              void navigate({
                to: '/admin/{-$section}',
                params: { section: event.target.value },
                search: shared,
              })
            }
          >
            {!section && <option value="">{t(words.section)}</option>}
            {sections.map((one) => (
              <option key={one.path} value={one.path}>
                {t(one.title)}
              </option>
            ))}
          </select>
        </label>
      </nav>
      <main id="content" tabIndex={-1} className={styles.content}>
        <div className={styles.column} key={path}>
          <Suspense fallback={<Skeleton lines={8} />}>
            {section ? <section.Page /> : <Empty title={t(frame.notFound)}>{t(frame.notFoundHelp)}</Empty>}
          </Suspense>
        </div>
      </main>
    </div>
  )
}
