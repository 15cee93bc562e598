import type { LayerDescription, Text } from '@trygghetskartan/api/contract'
import type { ViewCounts } from '../map/view-counts.ts'
import { map as words } from '../messages/map.ts'
import { useText } from '../messages/text.ts'
import { useSession } from '../session.ts'
import { Note } from '../ui/note.tsx'
import { useHiddenLayers } from './hidden-layers.ts'
import styles from './layer-list.module.css'
import { LayerRow } from './layer-row.tsx'
import { TimeWindow } from './time-window.tsx'

const groups: readonly (readonly [LayerDescription['group'], Text])[] = [
  ['measures', words.groupMeasures],
  ['presence', words.groupPresence],
  ['picture', words.groupPicture],
  ['police', words.groupPolice],
]

/** All layers the reader may see, by group, the topmost first; each row is its own legend. */
export function LayerList({ counts }: { readonly counts: ViewCounts }) {
  const t = useText()
  const { layers } = useSession()
  const [hidden] = useHiddenLayers()
  const topFirst = layers.toReversed()
  const allOff = layers.length > 0 && layers.every((layer) => hidden.includes(layer.id))
  return (
    <div className={styles.list}>
      {allOff && (
        <Note tone="info" title={t(words.allLayersOff)}>
          {t(words.allLayersOffHelp)}
        </Note>
      )}
      {groups.map(([group, title]) => {
        const members = topFirst.filter((layer) => layer.group === group)
        if (members.length === 0) return null
        return (
          <section key={group} aria-labelledby={`group-${group}`}>
            <h2 id={`group-${group}`} className={styles.group}>
              {t(title)}
            </h2>
            <ul>
              {members.map((layer) => (
                <LayerRow key={layer.id} layer={layer} count={counts.get(layer.id)} />
              ))}
            </ul>
          </section>
        )
      })}
      <TimeWindow />
    </div>
  )
}
