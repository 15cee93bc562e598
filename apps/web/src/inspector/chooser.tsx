import { useQueries } from '@tanstack/react-query'
import { api } from '../api.ts'
import { Swatch } from '../layers/swatch.tsx'
import { common } from '../messages/common.ts'
import { useFormat } from '../messages/format.ts'
import { map as words } from '../messages/map.ts'
import { useText } from '../messages/text.ts'
import { useSession } from '../session.ts'
import { Panel } from '../ui/panel.tsx'
import type { Selected } from '../url-state.ts'
import styles from './inspector.module.css'
import { objectTitle } from './object-title.ts'

/** At most this many are told apart; nobody reads further. */
const most = 12

interface ChooserProps {
  readonly found: readonly Selected[]
  readonly onChoose: (selected: Selected) => void
  readonly onClose: () => void
}

/** Several objects at one place: which one was meant? */
export function Chooser({ found, onChoose, onClose }: ChooserProps) {
  const t = useText()
  const format = useFormat()
  const { layers } = useSession()
  const shown = found.slice(0, most)
  const objects = useQueries({
    queries: shown.map(({ id }) => ({
      queryKey: ['measure', id],
      queryFn: ({ signal }: { signal: AbortSignal }) => api.measure(id, signal),
    })),
  })
  return (
    <Panel title={t(words.several(found.length))} onClose={onClose}>
      <ul className={styles.choices}>
        {shown.map((one, at) => {
          const layer = layers.find(({ id }) => id === one.layer)
          const object = objects[at]?.data
          if (!layer) return null
          return (
            <li key={one.id}>
              <button type="button" className={styles.choice} onClick={() => onChoose(one)}>
                <Swatch
                  layer={layer}
                  {...(object && { value: String(object.properties[layer.categoryBy]) })}
                />
                <span>
                  <strong>
                    {object
                      ? objectTitle(layer, object.properties, format, t(layer.title))
                      : t(common.loading)}
                  </strong>
                  <small>{t(layer.title)}</small>
                </span>
              </button>
            </li>
          )
        })}
      </ul>
    </Panel>
  )
}
