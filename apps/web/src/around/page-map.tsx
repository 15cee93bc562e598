import type { Text } from '@trygghetskartan/layers'
import { type ReactNode, Suspense, useState } from 'react'
import { useText } from '../messages/text.ts'
import { Note } from '../ui/note.tsx'
import styles from './around.module.css'

interface PageMapProps {
  /** What is said where the map cannot be shown, and where its page says the same. */
  readonly instead: Text
  /** Of its box, where that is another than that of the pages beside the map. */
  readonly className?: string | undefined
  readonly children: (onFailure: () => void) => ReactNode
}

/** The place of a map beside words: as large before the map has come and where it cannot be shown, so that nothing moves. */
export function PageMap({ instead, className = styles.map, children }: PageMapProps) {
  const t = useText()
  const [shown, setShown] = useState(true)
  if (!shown)
    return (
      <div className={`${className} ${styles.mapless}`}>
        <Note tone="warning">{t(instead)}</Note>
      </div>
    )
  return <Suspense fallback={<div className={className} />}>{children(() => setShown(false))}</Suspense>
}
