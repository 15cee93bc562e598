import type { ProposedSite } from '@trygghetskartan/siting'
import { type ReactNode, useEffect, useRef } from 'react'
import { useFrame } from '../frame/frame-context.ts'
import { useFlavour } from '../map/map-context.ts'
import { useFormat } from '../messages/format.ts'
import { proposal as words } from '../messages/proposal.ts'
import { siteTitles } from '../messages/proposal-kinds.ts'
import { useText } from '../messages/text.ts'
import { IconButton } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import shared from './proposal.module.css'
import styles from './site-list.module.css'
import { kindInks } from './site-overlay.tsx'
import { compassOf, placeOf, reasonsOf, writePoints } from './site-words.ts'

interface SiteListProps {
  readonly sites: readonly ProposedSite[]
  readonly looked: string | null
  readonly onLook: (id: string | null) => void
  /** What stands at the end of a site's row: whether it is chosen, or what became of it. */
  readonly mark: (site: ProposedSite, number: number) => ReactNode
}

/** The proposed places, the one that gives most first; the numbers are those on the map. */
export function SiteList({ sites, looked, onLook, mark }: SiteListProps) {
  const t = useText()
  const list = useRef<HTMLOListElement>(null)
  useEffect(() => {
    if (looked)
      list.current
        ?.querySelector(`[data-site="${CSS.escape(looked)}"]`)
        ?.scrollIntoView({ block: 'nearest', behavior: 'instant' })
  }, [looked])
  return (
    <section className={styles.sites} aria-label={t(words.places)}>
      <h3>{t(words.sites(sites.length))}</h3>
      <ol ref={list}>
        {sites.map((site, i) => (
          <SiteRow
            key={site.id}
            site={site}
            number={i + 1}
            isLooked={site.id === looked}
            onLook={onLook}
            mark={mark(site, i + 1)}
          />
        ))}
      </ol>
    </section>
  )
}

interface SiteRowProps {
  readonly site: ProposedSite
  readonly number: number
  readonly isLooked: boolean
  readonly onLook: (id: string | null) => void
  readonly mark: ReactNode
}

function SiteRow({ site, number, isLooked, onLook, mark }: SiteRowProps) {
  const t = useText()
  const format = useFormat()
  const flavour = useFlavour()
  const { zoomTo } = useFrame()
  const costs = [
    site.investment > 0 ? format.money(site.investment) : '',
    site.yearly > 0 ? t(words.perYearIs(format.money(site.yearly))) : '',
    site.kind === 'camera' ? t(words.homes(site.homesWatched)) : '',
  ].filter(Boolean)
  return (
    // Looking at a row shows its ground on the map; the button in it does the same for keys and touch.
    <li
      className={styles.site}
      data-site={site.id}
      data-looked={isLooked || undefined}
      style={{ '--ink-of-kind': kindInks[flavour][site.kind] } as React.CSSProperties}
      onMouseEnter={() => onLook(site.id)}
      onFocus={() => onLook(site.id)}
    >
      <span className={styles.ordinal} aria-hidden="true">
        {number}
      </span>
      <div className={styles.what}>
        <h4>
          <span className="sr-only">{number}. </span>
          {t(siteTitles[site.kind])} <span>{placeOf(site, t)}</span>
        </h4>
        <p className={styles.gain}>
          <b>{t(words.addsPoints(writePoints(site.added, format)))}</b>
          {costs.map((cost) => (
            <span key={cost}>{cost}</span>
          ))}
        </p>
        {site.direction !== undefined && (
          <p className={shared.help}>
            {t(words.directionIs(format.number(Math.round(site.direction)), t(compassOf(site.direction))))}
          </p>
        )}
        <details className={styles.why} open={number === 1}>
          <summary>{t(words.why)}</summary>
          <ul>
            {reasonsOf(site, t, format).map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
        </details>
        {mark}
      </div>
      <IconButton
        label={t(words.showSite(number))}
        icon={<Icon name="target" />}
        onClick={() => {
          onLook(site.id)
          zoomTo({ type: 'Point', coordinates: [...site.at] })
        }}
      />
    </li>
  )
}
