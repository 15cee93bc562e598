import { hotspots as words } from '../messages/hotspots.ts'
import { useText } from '../messages/text.ts'
import { useSession } from '../session.ts'
import { useUrlState } from '../url-state.ts'
import { feedOf, isFeed } from './is-feed.ts'
import styles from './police-face.module.css'

/** Between what has been recorded and what the police tell everybody. */
export function SourceSwitch() {
  const t = useText()
  const { layers } = useSession()
  const [view, update] = useUrlState()
  const feed = feedOf(layers)
  const shown = isFeed(view, layers)
  const choose = (sources: string | undefined) =>
    update({ hotspots: { ...view.hotspots, sources }, from: undefined, to: undefined })
  if (!feed) return null
  return (
    <fieldset className={styles.spans}>
      <legend className="sr-only">{t(words.source)}</legend>
      <button type="button" aria-pressed={!shown} onClick={() => choose(undefined)}>
        {t(words.incidents)}
      </button>
      <button type="button" aria-pressed={shown} onClick={() => choose(feed.id)}>
        {t(words.feed)}
      </button>
    </fieldset>
  )
}
