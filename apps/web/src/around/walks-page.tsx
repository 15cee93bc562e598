import { Link } from '@tanstack/react-router'
import type { Item } from '@trygghetskartan/api/contract'
import { around } from '../messages/around.ts'
import { useFormat } from '../messages/format.ts'
import { useText } from '../messages/text.ts'
import { walks as words } from '../messages/walks.ts'
import { Empty, ErrorNote, Skeleton } from '../ui/note.tsx'
import { StatusChip } from '../ui/status-chip.tsx'
import styles from './around.module.css'
import { AroundPage } from './around-page.tsx'
import { Contact } from './contact.tsx'
import { useObjects, viewOf } from './object-rows.ts'

const layerId = 'safety_walks'

/** /trygghetsvandringar: walks that come, and what came of earlier ones. */
export function WalksPage() {
  const t = useText()
  return (
    <AroundPage title={t(words.title)} lead={t(words.lead)}>
      {() => <Content />}
    </AroundPage>
  )
}

function Content() {
  const t = useText()
  const today = new Date().toISOString().slice(0, 10)
  const { data, error, refetch } = useObjects(layerId, 'walked_on', 'desc')
  const remarks = useObjects('walk_remarks', 'answer_on')
  const walks = data?.features ?? []
  // A walk that is to be made again stands among the coming ones too.
  const comes = ({ properties }: Item) =>
    properties.state === 'planned' ||
    [properties.walked_on, properties.rewalk_on].some((on) => typeof on === 'string' && on > today)
  const coming = walks.filter(comes).toReversed()
  const made = walks.filter(({ properties }) => properties.state !== 'planned')
  return (
    <>
      <section className={styles.card} aria-labelledby="coming">
        <h3 id="coming">{t(words.coming)}</h3>
        {error && <ErrorNote error={error} onRetry={() => void refetch()} />}
        {!data && !error && <Skeleton lines={5} page />}
        {data && coming.length === 0 && <Empty title={t(words.noneComing)} />}
        <ul className={styles.items}>
          {coming.map((walk) => (
            <Walk key={walk.id} walk={walk} />
          ))}
        </ul>
        <h4>{t(words.takePart)}</h4>
        <p>{t(words.takePartHelp)}</p>
        <Contact />
      </section>
      <section className={styles.card} aria-labelledby="earlier">
        <h3 id="earlier">{t(words.earlier)}</h3>
        {data && made.length === 0 && <Empty title={t(words.noneEarlier)} />}
        <ul className={styles.items}>
          {made.map((walk) => (
            <Walk
              key={walk.id}
              walk={walk}
              remarks={(remarks.data?.features ?? []).filter(
                ({ properties }) => properties.walk_id === walk.id,
              )}
            />
          ))}
        </ul>
      </section>
    </>
  )
}

function Walk({ walk, remarks }: { readonly walk: Item; readonly remarks?: readonly Item[] }) {
  const t = useText()
  const format = useFormat()
  const { layer } = useObjects(layerId, 'walked_on', 'desc')
  const { properties } = walk
  const name = String(properties.title)
  const dates = (layer?.fields ?? []).filter(
    ({ control, name: column }) => control === 'date' && typeof properties[column] === 'string',
  )
  return (
    <li className={styles.item}>
      <strong>{name}</strong>
      <p className={styles.meta}>
        {layer && <StatusChip layer={layer} value={String(properties.state)} />}
        {dates.map((field) => (
          <span key={field.name}>
            {t(field.title)} {format.shortDate(String(properties[field.name]))}
          </span>
        ))}
        {typeof properties.organiser === 'string' && <span>{t(words.organiser(properties.organiser))}</span>}
      </p>
      {typeof properties.public_text === 'string' && <p>{properties.public_text}</p>}
      {remarks && (
        <p className={styles.meta}>
          {t(remarks.length > 0 ? words.answers(remarks.length) : words.noAnswers)}
        </p>
      )}
      {remarks && remarks.length > 0 && (
        <ul className={styles.items}>
          {remarks.map((remark) => (
            <Remark key={remark.id} remark={remark} />
          ))}
        </ul>
      )}
      <Link
        to="/"
        search={viewOf(layerId, walk.id, walk.geometry)}
        className={styles.link}
        aria-label={t(around.showNamedOnMap(name))}
      >
        {t(around.showOnMap)}
      </Link>
    </li>
  )
}

function Remark({ remark: { properties } }: { readonly remark: Item }) {
  const t = useText()
  const format = useFormat()
  const { layer } = useObjects('walk_remarks', 'answer_on')
  const kind = layer?.fields.find(({ name }) => name === 'kind')
  return (
    <li className={styles.item}>
      <div className={styles.meta}>
        {layer && <StatusChip layer={layer} value={String(properties.state)} />}
        {kind && <span>{format.field(kind, properties.kind)}</span>}
        {typeof properties.answer_on === 'string' && (
          <span>{t(words.by(format.shortDate(properties.answer_on)))}</span>
        )}
      </div>
      {typeof properties.words === 'string' && <p>{properties.words}</p>}
      {typeof properties.answer === 'string' && <p className={styles.soft}>{properties.answer}</p>}
    </li>
  )
}
