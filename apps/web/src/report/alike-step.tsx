import { heardWords, placeStateWords } from '../messages/receipt.ts'
import { report as words } from '../messages/report.ts'
import { useLanguage } from '../messages/text.ts'
import { useWords } from '../messages/wording.ts'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import type { NearbyPlace } from './alike.ts'
import { monthName } from './month-name.ts'
import styles from './steps.module.css'
import { useReasonNames } from './use-reason-names.ts'

interface AlikeStepProps {
  readonly places: readonly NearbyPlace[]
  /** Public places one has agreed about on this device. */
  readonly agreed: ReadonlySet<string>
  readonly onMeToo: (place: NearbyPlace) => void
}

/** Public places nearby: to agree takes one tap. */
export function AlikeStep({ places, agreed, onMeToo }: AlikeStepProps) {
  const t = useWords()
  const names = useReasonNames()
  const language = useLanguage()
  return (
    <>
      <p className={styles.help}>{t(words.alikeHelp)}</p>
      <ul className={styles.places}>
        {places.map((place) => {
          const what = names(place.reasons) || t(words.chosen)
          return (
            <li key={place.id}>
              <h3>{what}</h3>
              <p className={styles.help}>
                {[
                  t(words.metresAway(`${place.distance} m`)),
                  t(placeStateWords[place.state]),
                  t(words.since(monthName(place.month, language))),
                  place.heard && t(heardWords[place.heard]),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </p>
              {place.words && <blockquote>{place.words}</blockquote>}
              {place.answer && <p>{place.answer}</p>}
              {agreed.has(place.id) ? (
                <p className={styles.agreed}>
                  <Icon name="check" size={16} />
                  {t(words.agreed)}
                </p>
              ) : (
                <Button
                  kind="primary"
                  icon={<Icon name="plus" />}
                  aria-label={t(words.meTooOf(what))}
                  onClick={() => onMeToo(place)}
                >
                  {t(words.meToo)}
                </Button>
              )}
            </li>
          )
        })}
      </ul>
    </>
  )
}
