import { presetWords, hotspots as words } from '../messages/hotspots.ts'
import { useText } from '../messages/text.ts'
import styles from './hotspots.module.css'
import { useHotspotView } from './use-hotspot-view.ts'
import { presetOf, weekPresets } from './week-hours.ts'

/** The times one asks about most, at a touch; any others are chosen in the chart. */
export function HoursChoice() {
  const t = useText()
  const [{ hours }, change] = useHotspotView()
  const chosen = hours && presetOf(hours)
  return (
    <fieldset className={styles.chips}>
      <legend>{t(words.when)}</legend>
      <button type="button" aria-pressed={!hours} onClick={() => change({ hours: undefined })}>
        {t(words.allHours)}
      </button>
      {weekPresets.map((preset) => (
        <button
          key={preset.id}
          type="button"
          aria-pressed={chosen === preset.id}
          onClick={() => change({ hours: preset.hours })}
        >
          {t(presetWords[preset.id])}
        </button>
      ))}
      {hours && !chosen && (
        <button type="button" aria-pressed="true" onClick={() => change({ hours: undefined })}>
          {t(words.ownHours)}
        </button>
      )}
    </fieldset>
  )
}
