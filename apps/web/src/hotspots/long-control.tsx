import { hotspotResults as words } from '../messages/hotspot-results.ts'
import { useText } from '../messages/text.ts'
import { Button } from '../ui/button.tsx'
import styles from './hotspots.module.css'
import type { Long } from './use-long.ts'

interface LongControlProps {
  readonly long: Pick<Long<'near'>, 'done' | 'start' | 'stop'>
  readonly title: string
}

/** Starts what takes long, shows how far it has come, and stops it. */
export function LongControl({ long, title }: LongControlProps) {
  const t = useText()
  const { done, start, stop } = long
  if (done === null)
    return (
      <Button size="s" onClick={start}>
        {title}
      </Button>
    )
  const percent = Math.round(100 * done)
  return (
    <div className={styles.long}>
      <progress max={100} value={percent} aria-label={t(words.nearProgress(percent))} />
      <Button size="s" onClick={stop}>
        {t(words.stop)}
      </Button>
    </div>
  )
}
