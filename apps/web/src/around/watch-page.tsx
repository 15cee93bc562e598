import { Link } from '@tanstack/react-router'
import type { Item } from '@trygghetskartan/api/contract'
import { around } from '../messages/around.ts'
import { useFormat } from '../messages/format.ts'
import { mapInstead } from '../messages/map-instead.ts'
import { useText } from '../messages/text.ts'
import { watch as words } from '../messages/watch.ts'
import { useSession } from '../session.ts'
import { lazyMap } from '../ui/lazy-map.tsx'
import { Empty, ErrorNote, Note, Skeleton } from '../ui/note.tsx'
import styles from './around.module.css'
import { AroundPage } from './around-page.tsx'
import { Contact } from './contact.tsx'
import { boundsOfAll, useObjects, viewOf } from './object-rows.ts'
import { PageMap } from './page-map.tsx'

const AreaMap = lazyMap(async () => (await import('./area-map.tsx')).AreaMap)
const layerId = 'neighbourhood_watch_areas'

/** /grannsamverkan: areas of neighbourhood watch, and how one joins. */
export function WatchPage() {
  const t = useText()
  return (
    <AroundPage title={t(words.title)} lead={t(words.lead)}>
      {() => (
        <>
          <Areas />
          <section className={styles.card} aria-labelledby="join">
            <h3 id="join">{t(words.join)}</h3>
            <ul>
              {words.joinSteps.map((step) => (
                <li key={step.sv}>{t(step)}</li>
              ))}
            </ul>
            <Contact />
            <Note>{t(words.not)}</Note>
            <p className={styles.meta}>{t(words.source)}</p>
          </section>
        </>
      )}
    </AroundPage>
  )
}

function Areas() {
  const t = useText()
  const { config } = useSession()
  const { layer, data, error, refetch } = useObjects(layerId, 'title')
  return (
    <section className={styles.card} aria-labelledby="areas">
      <h3 id="areas">{t(words.areas)}</h3>
      {error && <ErrorNote error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton lines={6} page />}
      {data?.features.length === 0 && (
        <Empty title={t(words.none)}>
          <p>{t(words.noneHelp)}</p>
        </Empty>
      )}
      {layer && data && data.features.length > 0 && (
        <>
          <PageMap instead={mapInstead.list}>
            {(onFailure) => (
              <AreaMap
                layers={[layer]}
                bounds={boundsOfAll(
                  data.features.map(({ geometry }) => geometry),
                  config.bounds,
                )}
                label={t(words.mapLabel)}
                onFailure={onFailure}
              />
            )}
          </PageMap>
          <ul className={styles.items}>
            {data.features.map((item) => (
              <Area key={item.id} item={item} />
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

function Area({ item: { id, geometry, properties } }: { readonly item: Item }) {
  const t = useText()
  const format = useFormat()
  const name = String(properties.title)
  const met = properties.last_meeting
  return (
    <li className={styles.item}>
      <strong>{name}</strong>
      <p className={styles.meta}>
        {t(typeof met === 'string' ? words.lastMeeting(format.shortDate(met)) : words.noMeeting)}
      </p>
      {typeof properties.public_text === 'string' && <p>{properties.public_text}</p>}
      <Link
        to="/"
        search={viewOf(layerId, id, geometry)}
        className={styles.link}
        aria-label={t(around.showNamedOnMap(name))}
      >
        {t(around.showOnMap)}
      </Link>
    </li>
  )
}
