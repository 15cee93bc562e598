import { Link } from '@tanstack/react-router'
import type { Ground } from '@trygghetskartan/api/contract-commitments'
import { groundWords, promises as words } from '../messages/promises.ts'
import { useText } from '../messages/text.ts'
import styles from './promises.module.css'

/** Something a promise rests on: what it is, what it says and where it comes from; on the map where it is there. */
export function GroundRow({ ground: { kind, title, text, source, about } }: { readonly ground: Ground }) {
  const t = useText()
  return (
    <>
      <p className={styles.line}>
        {about ? (
          <Link to="/" search={{ at: `${about.at.join(',')},15`, sel: `${about.layer}:${about.id}` }}>
            {title}
          </Link>
        ) : (
          <strong>{title}</strong>
        )}
        <span className={styles.soft}>{t(groundWords[kind])}</span>
      </p>
      {text && <p className={styles.text}>{text}</p>}
      {source && <p className={styles.soft}>{t(words.source(source))}</p>}
    </>
  )
}
