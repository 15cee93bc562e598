import { Suspense, useState } from 'react'
import { useFormat } from '../messages/format.ts'
import { reporter as words } from '../messages/reporter.ts'
import { useText } from '../messages/text.ts'
import { PlaceSearch } from '../search/place-search.tsx'
import { IconButton } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { lazyMap } from '../ui/lazy-map.tsx'
import type { ReporterFacts } from './kept-facts.ts'
import styles from './place-field.module.css'
import { useOnline } from './use-online.ts'
import type { Positioning } from './use-position.ts'

/** The map engine comes when it is needed: what is seen is chosen meanwhile. */
const PlaceMap = lazyMap(async () => {
  const { PlaceMap, prepareMap } = await import('./place-map.tsx')
  await prepareMap()
  return PlaceMap
})

/** A position less well known than this is said to be uncertain, in metres. */
const unsure = 50

interface PlaceFieldProps {
  readonly config: ReporterFacts['config']
  readonly at: readonly [number, number] | null
  /** Of the place, where it is the phone's own position; metres. */
  readonly accuracy: number | null
  readonly positioning: Positioning
  readonly onPick: (at: [number, number]) => void
  readonly onHere: () => void
}

/** Where: the phone's position on a small map, moved by dragging the map under its pin, or a street that is searched for. */
export function PlaceField({ config, at, accuracy, positioning, onPick, onHere }: PlaceFieldProps) {
  const t = useText()
  const online = useOnline()
  const [street, setStreet] = useState<string | null>(null)
  const [drawn, setDrawn] = useState(true)
  return (
    <section className={styles.place} aria-label={t(words.where)}>
      {online ? (
        <div className={styles.search}>
          <PlaceSearch onPick={({ point }) => onPick([...point])} onClear={() => undefined} />
        </div>
      ) : (
        <p className={styles.quiet}>{t(words.searchOffline)}</p>
      )}
      {drawn ? (
        <div className={styles.holder}>
          <Suspense fallback={<div className={styles.waiting} />}>
            <PlaceMap
              bounds={config.bounds}
              at={at}
              position={positioning.position}
              onMove={onPick}
              onStreet={setStreet}
              onFailure={() => setDrawn(false)}
            />
          </Suspense>
          <span className={styles.pin} data-unset={at === null || undefined} aria-hidden="true">
            <svg width="34" height="44" viewBox="0 0 34 44" aria-hidden="true">
              <path d="M17 43S32 27 32 16.5a15 15 0 1 0-30 0C2 27 17 43 17 43z" />
              <circle cx="17" cy="16.5" r="5.5" />
            </svg>
          </span>
          {positioning.position && (
            <IconButton
              className={styles.here}
              label={t(words.toMe)}
              icon={<Icon name="target" size={22} />}
              onClick={onHere}
            />
          )}
          <p className={styles.attribution}>{config.attribution.join(' · ')}</p>
        </div>
      ) : (
        <p className={styles.quiet}>{t(words.noMap)}</p>
      )}
      <p className={styles.said} role="status" data-tone={toneOf(at, accuracy, positioning)}>
        {at && street && <strong>{t(words.nearStreet(street))}</strong>}
        <Place at={at} accuracy={accuracy} positioning={positioning} />
      </p>
      <p className="sr-only">{t(words.mapHelp)}</p>
    </section>
  )
}

const toneOf = (
  at: PlaceFieldProps['at'],
  accuracy: number | null,
  { state }: Positioning,
): 'warning' | undefined =>
  (at === null && state !== 'asking') || (accuracy !== null && accuracy > unsure) ? 'warning' : undefined

/** What is known of the place, in words. */
function Place({ at, accuracy, positioning }: Pick<PlaceFieldProps, 'at' | 'accuracy' | 'positioning'>) {
  const t = useText()
  const format = useFormat()
  if (at === null)
    return t(
      positioning.state === 'denied'
        ? words.denied
        : positioning.state === 'failed'
          ? words.noPosition
          : words.locating,
    )
  const metres = `${format.number(Math.round(accuracy ?? 0))} m`
  return (
    <span>
      {accuracy === null ? t(words.byHand) : t(accuracy > unsure ? words.unsure(metres) : words.here(metres))}
    </span>
  )
}
