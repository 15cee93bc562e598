import { Link, useLocation } from '@tanstack/react-router'
import { frame } from '../messages/frame.ts'
import { useText } from '../messages/text.ts'
import { useSession } from '../session.ts'
import type { Search } from '../url-state.ts'
import { AccountMenu } from './account-menu.tsx'
import { faceOf, faces } from './faces.ts'
import { SettingsMenu } from './settings-menu.tsx'
import styles from './top-bar.module.css'

/** Name, faces the caller may enter, language and appearance, account. */
export function TopBar() {
  const t = useText()
  const { config, me } = useSession()
  const current = useLocation({ select: ({ pathname }) => faceOf(pathname) })
  const open = faces.filter((face) => me.faces.includes(face.path))
  return (
    <header className={styles.bar}>
      <Link to="/" search={(before: Search) => before} className={styles.name}>
        <img src="/icon.svg" width={28} height={28} alt="" />
        <span>
          <h1>{t(frame.name)}</h1>
          <span className={styles.municipality}>{config.municipality.name}</span>
        </span>
      </Link>
      {open.length > 1 && (
        <nav aria-label={t(frame.faces)} className={styles.faces}>
          {open.map((face) => (
            <Link
              key={face.path}
              to={face.path as '/'}
              search={(before: Search) => before}
              className={styles.face}
              aria-current={face === current ? 'page' : undefined}
            >
              {t(face.title)}
            </Link>
          ))}
        </nav>
      )}
      <div className={styles.right}>
        {config.demo && <span className={styles.demo}>{t(frame.demoData)}</span>}
        <SettingsMenu />
        <AccountMenu />
      </div>
    </header>
  )
}
