import type { SessionInfo } from '@trygghetskartan/api/contract-identity'
import { account as words } from '../messages/account.ts'
import { useFormat } from '../messages/format.ts'
import { useText } from '../messages/text.ts'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { deviceOf } from './device-words.ts'
import styles from './session-list.module.css'

interface SessionListProps {
  readonly sessions: readonly SessionInfo[]
  /** Whose each is stands first: for those who see everybody's. */
  readonly named?: boolean
  /** The session that is being ended. */
  readonly ending: string | null
  readonly onEnd: (session: SessionInfo) => void
}

/** Open sessions: on what, from where, since when; each can be ended. */
export function SessionList({ sessions, named = false, ending, onEnd }: SessionListProps) {
  const t = useText()
  const format = useFormat()
  const deviceWords = ({ userAgent }: SessionInfo) => {
    const device = deviceOf(userAgent)
    if (!device) return userAgent?.slice(0, 40) || t(words.unknownDevice)
    return device.system ? t(words.deviceOn(device.browser, device.system)) : device.browser
  }
  return (
    <ul className={styles.sessions}>
      {sessions.map((session) => (
        <li key={session.id}>
          <Icon name={/Mobile|Android|iPhone/.test(session.userAgent ?? '') ? 'phone' : 'system'} />
          <div className={styles.words}>
            <strong>
              {named ? session.account.name : deviceWords(session)}
              {session.current && <span className={styles.current}>{t(words.thisSession)}</span>}
            </strong>
            <small>
              {[
                named && deviceWords(session),
                session.address,
                t(words.lastSeen(format.dateTime(session.lastSeenAt))),
                t(words.signedInAt(format.dateTime(session.createdAt))),
              ]
                .filter(Boolean)
                .join(' · ')}
            </small>
          </div>
          <Button
            size="s"
            busy={ending === session.id}
            aria-label={t(words.endNamed(named ? session.account.name : deviceWords(session)))}
            onClick={() => onEnd(session)}
          >
            {t(words.end)}
          </Button>
        </li>
      ))}
    </ul>
  )
}
