import { useId, useState } from 'react'
import type { MapLayer } from '../map/map-style.ts'
import type { ViewCounts } from '../map/view-counts.ts'
import { useFormat } from '../messages/format.ts'
import { map as words } from '../messages/map.ts'
import { useText } from '../messages/text.ts'
import { Button, IconButton } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { Switch } from '../ui/switch.tsx'
import { useUrlState } from '../url-state.ts'
import { useHiddenLayers } from './hidden-layers.ts'
import styles from './layer-list.module.css'
import { Swatch } from './swatch.tsx'

interface LayerRowProps {
  readonly layer: MapLayer
  readonly count: ReturnType<ViewCounts['get']>
}

/** One layer: on or off, its sample, how many are in view, and its categories to open. */
export function LayerRow({ layer, count }: LayerRowProps) {
  const t = useText()
  const format = useFormat()
  const id = useId()
  const [view, update] = useUrlState()
  const [open, setOpen] = useState(false)
  const [hidden, setShown] = useHiddenLayers()
  const shown = !hidden.includes(layer.id)
  const hiddenValues = view.without[layer.id] ?? []
  const setHiddenValues = (values: readonly string[]) =>
    update({ without: { ...view.without, [layer.id]: values } })
  const inView = format.number(count?.total ?? 0)

  return (
    <li className={styles.row} data-off={!shown || undefined}>
      <div className={styles.head}>
        <label className={styles.name} htmlFor={`${id}-on`}>
          <Swatch layer={layer} />
          <span className={styles.title}>
            {t(layer.title)}
            {shown && hiddenValues.length > 0 && (
              <span className={styles.some}>{t(words.hiddenSome(hiddenValues.length))}</span>
            )}
          </span>
          {shown && (
            <span className={styles.count}>
              <span aria-hidden="true">{inView}</span>
              <span className="sr-only">{t(words.inViewCount(inView))}</span>
            </span>
          )}
          <Switch
            id={`${id}-on`}
            checked={shown}
            onChange={(event) => setShown(layer.id, event.target.checked)}
          />
        </label>
        <IconButton
          label={t(words.legendOf(t(layer.title)))}
          aria-expanded={open}
          aria-controls={id}
          className={styles.opener}
          icon={<Icon name={open ? 'up' : 'down'} size={16} />}
          onClick={() => setOpen(!open)}
        />
      </div>
      <div id={id} hidden={!open} className={styles.legend}>
        <p className={styles.about}>{t(layer.description)}</p>
        <ul>
          {layer.legend.map((row) => (
            <li key={row.value}>
              <label className={styles.category}>
                <input
                  type="checkbox"
                  checked={!hiddenValues.includes(row.value)}
                  onChange={(event) =>
                    setHiddenValues(
                      event.target.checked
                        ? hiddenValues.filter((one) => one !== row.value)
                        : [...hiddenValues, row.value],
                    )
                  }
                />
                <Swatch layer={layer} value={row.value} plain />
                <span className={styles.title}>{t(row.title)}</span>
                {shown && (
                  <span className={styles.count}>{format.number(count?.byCategory.get(row.value) ?? 0)}</span>
                )}
              </label>
            </li>
          ))}
        </ul>
        {hiddenValues.length > 0 && (
          <Button size="s" kind="quiet" onClick={() => setHiddenValues([])}>
            {t(words.showAll)}
          </Button>
        )}
      </div>
    </li>
  )
}
