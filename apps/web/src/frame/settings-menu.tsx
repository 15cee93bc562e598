import type { Flavour } from '@trygghetskartan/api/contract'
import { useId } from 'react'
import { frame } from '../messages/frame.ts'
import { useLanguage, useText } from '../messages/text.ts'
import { keepPreferences, useChosenFlavour } from '../preferences.ts'
import { Icon, type IconName } from '../ui/icon.tsx'
import { type Language, useUrlState } from '../url-state.ts'
import styles from './top-bar.module.css'

const flavours: readonly {
  value: Flavour | null
  title: keyof typeof frame & ('light' | 'dark' | 'system')
  icon: IconName
}[] = [
  { value: 'light', title: 'light', icon: 'sun' },
  { value: 'dark', title: 'dark', icon: 'moon' },
  { value: null, title: 'system', icon: 'system' },
]

/** Language and light or dark: kept in the address for links and on this device for next time. */
export function SettingsMenu() {
  const t = useText()
  const id = useId()
  const language = useLanguage()
  const [view, update] = useUrlState()
  const chosen = useChosenFlavour(view)
  const setLanguage = (next: Language) => {
    keepPreferences({ language: next })
    update({ language: next === 'sv' ? undefined : next }, { replace: true })
  }
  const setFlavour = (next: Flavour | null) => {
    keepPreferences({ flavour: next ?? undefined })
    update({ flavour: next ?? undefined }, { replace: true })
  }
  return (
    <>
      <button
        type="button"
        popoverTarget={id}
        className={styles.opener}
        aria-label={t(frame.settings)}
        title={t(frame.settings)}
      >
        <Icon name="globe" />
        <span aria-hidden="true">{language.toUpperCase()}</span>
      </button>
      <div id={id} popover="auto" className={styles.menu}>
        <fieldset>
          <legend>{t(frame.language)}</legend>
          <div className={styles.segments}>
            {(['sv', 'en'] as const).map((one) => (
              <label key={one} lang={one}>
                <input
                  type="radio"
                  name="language"
                  checked={language === one}
                  onChange={() => setLanguage(one)}
                />
                {t(one === 'sv' ? frame.swedish : frame.english)}
              </label>
            ))}
          </div>
        </fieldset>
        <fieldset>
          <legend>{t(frame.appearance)}</legend>
          <div className={styles.segments}>
            {flavours.map(({ value, title, icon }) => (
              <label key={title}>
                <input
                  type="radio"
                  name="flavour"
                  checked={chosen === value}
                  onChange={() => setFlavour(value)}
                />
                <Icon name={icon} size={16} />
                {t(frame[title])}
              </label>
            ))}
          </div>
        </fieldset>
      </div>
    </>
  )
}
