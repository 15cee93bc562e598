import { useQuery } from '@tanstack/react-query'
import type { Chain } from '@trygghetskartan/api/contract-moderation'
import { publishedPhoto } from '@trygghetskartan/formats/publication'
import { call } from '../api.ts'
import type { MapLayer } from '../map/map-style.ts'
import { chainWords as words } from '../messages/chain.ts'
import { useFormat } from '../messages/format.ts'
import { useText } from '../messages/text.ts'
import { isPublished } from '../published/publication.ts'
import { usePublishedFile } from '../published/use-published-file.ts'
import { useSession } from '../session.ts'
import { Icon } from '../ui/icon.tsx'
import { useUrlState } from '../url-state.ts'
import styles from './chain-section.module.css'
import { ServedPromises } from './served-promises.tsx'

interface ChainSectionProps {
  readonly id: string
  readonly layer: MapLayer
}

/** The layer of what residents have reported. */
const reported = 'reported_places'
const heard = (value: string | null) => (value && value in words ? words[value as 'at_least_5'] : undefined)

/** What an object came of and led to: the reported place's photograph and measures, the measure's reports, and promises. */
export function ChainSection(props: ChainSectionProps) {
  return (
    <>
      <Reports {...props} />
      <ServedPromises layer={props.layer.id} id={props.id} />
    </>
  )
}

/** What a reported place led to, or which reported places a measure answers: nothing where there is neither. */
function Reports({ id, layer }: ChainSectionProps) {
  const t = useText()
  const { data: chain } = useQuery({
    queryKey: ['chain', layer.id, id],
    queryFn: ({ signal }) => call<Chain>('GET', `/api/chain/${layer.id}/${id}`, { signal }),
    enabled: layer.measure || layer.id === reported,
  })
  if (!chain) return null
  const many = heard(chain.heard)
  const photo = chain.photo && <PlacePhoto place={id} {...chain.photo} />
  if (chain.measures.length + chain.places.length === 0) return photo
  return (
    <>
      {photo}
      <section className={styles.chain} aria-label={t(layer.measure ? words.answers : words.led)}>
        <h3>{t(layer.measure ? words.answers : words.led)}</h3>
        {layer.measure && many && <p>{t(many)}</p>}
        <ul>
          {chain.measures.map((measure) => (
            <Measure key={measure.id} measure={measure} />
          ))}
          {chain.places.map((place) => (
            <Place key={place.id} place={place} />
          ))}
        </ul>
      </section>
    </>
  )
}

interface PlacePhotoProps {
  readonly place: string
  readonly width: number
  readonly height: number
}

/** The photograph that was released with a reported place. */
function PlacePhoto({ place, width, height }: PlacePhotoProps) {
  const t = useText()
  const file = usePublishedFile(publishedPhoto(place)) ?? undefined
  return (
    <img
      className={styles.photo}
      src={isPublished ? file : `/api/reported-places/${place}/photo`}
      width={width}
      height={height}
      alt={t(words.photo)}
      loading="lazy"
    />
  )
}

/** "Ny belysning på Storgatan, planerad 2027" */
function Measure({ measure }: { readonly measure: Chain['measures'][number] }) {
  const t = useText()
  const [, update] = useUrlState()
  const { layer, id, title, status, startsOn, completedOn } = measure
  const year = (completedOn ?? startsOn)?.slice(0, 4)
  const stands = ['built', 'in_operation', 'evaluated'].includes(status)
  const when = stands
    ? completedOn
      ? words.doneOn(completedOn.slice(0, 4))
      : words.done
    : status === 'ordered'
      ? words.underWay
      : year
        ? words.plannedFor(year)
        : words.planned
  return (
    <li>
      <Icon name={stands ? 'check' : 'clock'} size={16} />
      <span>
        <button type="button" onClick={() => update({ selected: { layer, id } })}>
          {title}
        </button>
        , {t(when)}
      </span>
    </li>
  )
}

function Place({ place }: { readonly place: Chain['places'][number] }) {
  const t = useText()
  const format = useFormat()
  const [, update] = useUrlState()
  const { layers } = useSession()
  const fields = layers.find(({ id }) => id === reported)?.fields ?? []
  const told = (name: 'reasons' | 'state', value: unknown) => {
    const field = fields.find((one) => one.name === name)
    return field ? format.field(field, value) : ''
  }
  return (
    <li>
      <Icon name="point" size={16} />
      <span>
        <button type="button" onClick={() => update({ selected: { layer: reported, id: place.id } })}>
          {told('reasons', place.reasons) || t(words.reportedPlace)}
        </button>
        , {told('state', place.state).toLowerCase()}
      </span>
    </li>
  )
}
