import { Suspense, useMemo, useState } from 'react'
import { useFlavour } from '../map/map-context.ts'
import { useFormat } from '../messages/format.ts'
import { report as words } from '../messages/report.ts'
import { useWords } from '../messages/wording.ts'
import place from '../reporter/place-field.module.css'
import { useOnline } from '../reporter/use-online.ts'
import { PlaceSearch } from '../search/place-search.tsx'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { lazyMap } from '../ui/lazy-map.tsx'
import { RadioChoice } from '../ui/radio-choice.tsx'
import { asShape, lengthOf, type Place, withPoint } from './shape.ts'
import { shapeOverlay } from './shape-overlay.ts'
import type { StepProps } from './step.ts'
import styles from './steps.module.css'
import { useOwnPosition } from './use-own-position.ts'

/** The map engine comes when the page stands: a street can be searched for meanwhile, and instead where the connection is lost before. */
const PlaceMap = lazyMap(async () => {
  const { PlaceMap, prepareMap } = await import('../reporter/place-map.tsx')
  await prepareMap()
  return PlaceMap
})

/** Where: found by name, by the phone, or pointed out on a map, whichever one can. */
export function WhereStep({ config, draft, onDraft }: StepProps) {
  const t = useWords()
  const online = useOnline()
  const flavour = useFlavour()
  const [aim, setAim] = useState<Place | null>(null)
  const [drawn, setDrawn] = useState(true)
  const { shape, points, near, named } = draft
  const isPoint = shape === 'point'
  const at = isPoint ? (points[0] ?? null) : (aim ?? points[0] ?? null)
  const overlay = useMemo(() => shapeOverlay(shape, points, flavour), [shape, points, flavour])

  // From the second corner on the map stays where it is: one presses what one sees.
  const put = (point: Place, name: string | null, stays = false) => {
    if (!stays) setAim(point)
    onDraft({
      points: isPoint ? [point] : withPoint(points, point),
      ...(isPoint || near === null ? { near: name, named: name !== null } : {}),
    })
  }
  const position = useOwnPosition((point) => put(point, null))
  return (
    <>
      <p className={styles.help}>{t(words.whereHelp)}</p>
      <RadioChoice
        className={styles.choice}
        label={t(words.shape)}
        options={[
          { value: 'point', title: t(words.point) },
          { value: 'stretch', title: t(words.stretch) },
          { value: 'area', title: t(words.area) },
        ]}
        value={shape}
        onChange={(next) => onDraft({ shape: next, points: asShape(next, points) })}
      />
      <div className={styles.finding}>
        {online ? (
          <PlaceSearch onPick={(found) => put(found.point, found.name)} onClear={() => undefined} />
        ) : (
          <p className={styles.help}>{t(words.searchOffline)}</p>
        )}
        <Button icon={<Icon name="target" />} busy={position.busy} onClick={position.find}>
          {t(position.busy ? words.locating : words.myPosition)}
        </Button>
        {position.failed && (
          <p role="alert" className={styles.error}>
            <Icon name="warning" size={15} />
            {t(words.positionFailed)}
          </p>
        )}
      </div>
      <Chosen draft={draft} />
      {drawn ? (
        <>
          <div className={`${place.holder} ${styles.map}`}>
            <Suspense fallback={<div className={place.waiting} />}>
              <PlaceMap
                bounds={config.bounds}
                at={at}
                position={null}
                drawn={overlay}
                zoom={isPoint ? 16.5 : 15}
                onMove={(point) => (isPoint ? put(point, null) : setAim(point))}
                onTap={(point) => put(point, null, !isPoint && points.length > 0)}
                onStreet={(street) => {
                  const unnamed = points.length > 0 && !named && (isPoint || near === null)
                  if (unnamed && street !== near) onDraft({ near: street })
                }}
                onFailure={() => setDrawn(false)}
              />
            </Suspense>
            <Pin unset={at === null} />
            <p className={place.attribution}>{config.attribution.join(' · ')}</p>
          </div>
          <p className={styles.help}>{t(isPoint ? words.pointHelp : words.pointsHelp)}</p>
        </>
      ) : (
        <p className={styles.help}>{t(words.noMap)}</p>
      )}
      {!isPoint && (
        <div className={styles.buttons}>
          <Button
            icon={<Icon name="plus" />}
            aria-disabled={aim === null}
            onClick={() => aim && put(aim, null)}
          >
            {t(words.setPoint)}
          </Button>
          <Button
            icon={<Icon name="undo" />}
            aria-disabled={points.length === 0}
            onClick={() => onDraft({ points: points.slice(0, -1), ...(points.length < 2 && { near: null }) })}
          >
            {t(words.undoPoint)}
          </Button>
        </div>
      )}
    </>
  )
}

/** What is chosen, in words: the map's twin. */
function Chosen({ draft }: Pick<StepProps, 'draft'>) {
  const t = useWords()
  const format = useFormat()
  const { shape, points, near } = draft
  const none = points.length === 0
  return (
    <p role="status" className={styles.chosen} data-chosen={!none || undefined}>
      <Icon name={none ? 'point' : 'check'} size={16} />
      <span>
        {t(none ? words.noneChosen : near ? words.chosenNear(near) : words.chosen)}
        {shape !== 'point' && !none && (
          <> · {t(words.points(points.length, format.distance(lengthOf(points))))}</>
        )}
      </span>
    </p>
  )
}

/** Stays in the middle of the map, where the thumb is not. */
function Pin({ unset }: { readonly unset: boolean }) {
  return (
    <span className={place.pin} data-unset={unset || undefined} aria-hidden="true">
      <svg width="34" height="44" viewBox="0 0 34 44" aria-hidden="true">
        <path d="M17 43S32 27 32 16.5a15 15 0 1 0-30 0C2 27 17 43 17 43z" />
        <circle cx="17" cy="16.5" r="5.5" />
      </svg>
    </span>
  )
}
