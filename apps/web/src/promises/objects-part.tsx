import { Link } from '@tanstack/react-router'
import type { Commitment } from '@trygghetskartan/api/contract-commitments'
import { Swatch } from '../layers/swatch.tsx'
import { promises as words } from '../messages/promises.ts'
import { useText } from '../messages/text.ts'
import { useSession } from '../session.ts'
import { Icon } from '../ui/icon.tsx'
import { mapViewOf } from './map-view-of.ts'
import styles from './promises.module.css'

/** The objects that serve a promise, each a link to itself on the map, and all of them at once. */
export function ObjectsPart({ promise }: { readonly promise: Commitment }) {
  const t = useText()
  const { layers } = useSession()
  const { measures, title } = promise
  return (
    <>
      <ul className={styles.items}>
        {measures.map((object) => {
          const layer = layers.find(({ id }) => id === object.layer)
          const name = object.title ?? t(object.layerTitle)
          return (
            <li key={object.id}>
              <p className={styles.object}>
                {layer ? <Swatch layer={layer} /> : <span />}
                <Link
                  to="/"
                  search={{ at: `${object.at.join(',')},17`, sel: `${object.layer}:${object.id}` }}
                  aria-label={t(words.objectOnMap(name))}
                >
                  {name}
                </Link>
                <span className={styles.soft}>
                  {[t(object.layerTitle), object.state && t(object.state)].filter(Boolean).join(' · ')}
                </span>
              </p>
            </li>
          )
        })}
      </ul>
      {measures.length > 1 && (
        <p className={styles.line} data-screen="">
          <Icon name="map" size={17} />
          <Link
            to="/"
            search={mapViewOf(measures, layers)}
            aria-label={t(words.onMapOf(title, measures.length))}
          >
            {t(words.onMap)}
          </Link>
        </p>
      )}
    </>
  )
}
