import { memo } from 'react'
import { useFormat } from '../messages/format.ts'
import { comparisonWords, sourceWords, hotspots as words } from '../messages/hotspots.ts'
import { useText } from '../messages/text.ts'
import { Fold } from '../proposal/fold.tsx'
import { useSession } from '../session.ts'
import { Button } from '../ui/button.tsx'
import { Field, FieldSet } from '../ui/field.tsx'
import { AreaChoice } from './area-choice.tsx'
import type { Counts } from './hotspot-protocol.ts'
import { bandwidths, type Comparison, cellSizes, comparisons, shapes } from './hotspot-view.ts'
import styles from './hotspots.module.css'
import { usualCell } from './question-of.ts'
import { useHotspotView } from './use-hotspot-view.ts'

/** What most leave as it is: comparison, area, cells and sources. */
export const MoreControls = memo(function MoreControls({
  bySource,
}: {
  readonly bySource: Counts['bySource']
}) {
  const t = useText()
  const format = useFormat()
  const { layers } = useSession()
  const [view, change] = useHotspotView()
  const { against, shape = 'hexagon', cell, bandwidth, sources } = view
  const metres = (text: string, { least, most }: { least: number; most: number }) => {
    const value = Math.round(Number(text))
    return value >= least && value <= most ? value : undefined
  }
  return (
    <Fold title={t(words.more)}>
      <Field label={t(words.compare)}>
        {(control) => (
          <select
            {...control}
            value={against ?? ''}
            onChange={(event) =>
              change({ against: (event.target.value || undefined) as Comparison | undefined })
            }
          >
            <option value="">{t(words.noComparison)}</option>
            {comparisons.map((one) => (
              <option key={one} value={one}>
                {t(comparisonWords[one])}
              </option>
            ))}
          </select>
        )}
      </Field>
      <AreaChoice />
      {view.method === 'density' ? (
        <Field label={t(words.bandwidth)} unit="m">
          {(control) => (
            <input
              {...control}
              type="number"
              inputMode="numeric"
              min={bandwidths.least}
              max={bandwidths.most}
              step={25}
              key={bandwidth ?? ''}
              defaultValue={bandwidth ?? ''}
              onChange={(event) =>
                change({ bandwidth: metres(event.target.value, bandwidths) }, { replace: true })
              }
            />
          )}
        </Field>
      ) : (
        <>
          <Field label={t(words.cell)} unit="m">
            {(control) => (
              <input
                {...control}
                type="number"
                inputMode="numeric"
                min={cellSizes.least}
                max={cellSizes.most}
                step={25}
                defaultValue={cell ?? usualCell}
                onChange={(event) => {
                  const next = metres(event.target.value, cellSizes)
                  if (next) change({ cell: next === usualCell ? undefined : next }, { replace: true })
                }}
              />
            )}
          </Field>
          <FieldSet label={t(words.shape)}>
            <div className={styles.choices}>
              {shapes.map((one) => (
                <label key={one}>
                  <input
                    type="radio"
                    name="hotspot-shape"
                    checked={shape === one}
                    onChange={() => change({ shape: one === 'hexagon' ? undefined : one })}
                  />
                  {t(words[one])}
                </label>
              ))}
            </div>
          </FieldSet>
        </>
      )}
      <FieldSet label={t(words.sources)}>
        <div className={styles.choices}>
          {Object.entries(bySource).map(([name, { all, placed }]) => (
            <label key={name}>
              <input
                type="checkbox"
                checked={sources?.includes(name) ?? true}
                onChange={(event) => {
                  const now = sources ?? Object.keys(bySource)
                  const next = event.target.checked ? [...now, name] : now.filter((one) => one !== name)
                  const whole = Object.keys(bySource).every((one) => next.includes(one))
                  change({ sources: next.length === 0 || whole ? undefined : next })
                }}
              />
              <span>
                {t(
                  sourceWords[name] ?? layers.find(({ id }) => id === name)?.title ?? { sv: name, en: name },
                )}
                <small>{t(words.canBePlaced(format.number(placed), format.number(all)))}</small>
              </span>
            </label>
          ))}
        </div>
      </FieldSet>
      <Button size="s" kind="quiet" onClick={() => change(nothingAsked)}>
        {t(words.reset)}
      </Button>
    </Fold>
  )
})

const nothingAsked = {
  method: undefined,
  kinds: undefined,
  hours: undefined,
  sources: undefined,
  shape: undefined,
  cell: undefined,
  bandwidth: undefined,
  area: undefined,
  against: undefined,
}
