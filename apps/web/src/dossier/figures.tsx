import type { Dossier } from '@trygghetskartan/api/contract-decisions'
import type { ReactNode } from 'react'
import { dossier as words } from '../messages/dossier.ts'
import { useFormat } from '../messages/format.ts'
import { useText } from '../messages/text.ts'
import { dossierFile } from './dossier-api.ts'
import styles from './figures.module.css'
import { HourBars } from './hour-bars.tsx'

/** What the map says of the place: picture, figures, hours, whose ground it is. Nobody edits it. */
export function Figures({ dossier }: { readonly dossier: Dossier }) {
  const t = useText()
  const format = useFormat()
  const { figures } = dossier
  const area = (m2: number) => `${format.number(Math.round(m2))} m²`
  const week = figures.incidents.byHour.map((n, hour) => n + (figures.reports.byHour[hour] ?? 0))
  return (
    <section className={styles.figures} aria-label={t(words.figures)}>
      <h3>{t(words.figures)}</h3>
      <p className={styles.at}>{t(words.figuresAt(format.dateTime(figures.at)))}</p>
      <img
        className={styles.picture}
        src={`${dossierFile(dossier.camera, dossier.version, 'png')}?r=${dossier.revision}`}
        alt={t(words.picture)}
        width={600}
        height={450}
      />
      <dl className={styles.facts}>
        <Fact title={t(words.seen)}>{area(figures.seenM2)}</Fact>
        {figures.maskedM2 > 0 && <Fact title={t(words.masked)}>{area(figures.maskedM2)}</Fact>}
        <Fact title={t(words.homes)}>{format.number(figures.homes)}</Fact>
        {figures.facadeM > 0 && (
          <Fact title={t(words.facade)}>{format.number(Math.round(figures.facadeM))} m</Fact>
        )}
        <Fact title={t(words.incidents)}>
          {t(words.incidentsIn(Math.round(figures.incidents.n), figures.incidents.months))}
        </Fact>
        <Fact title={t(words.reports)}>{format.number(Math.round(figures.reports.n))}</Fact>
        {figures.hotspotShare !== null && (
          <Fact title={t(words.share)}>{format.percent(Math.round(100 * figures.hotspotShare))}</Fact>
        )}
      </dl>
      <h4>{t(words.byHour)}</h4>
      <HourBars week={week} />
      <h4>{t(words.edition(figures.edition))}</h4>
      <dl className={styles.facts}>
        {figures.zones
          .filter(({ areaM2 }) => areaM2 > 0)
          .map(({ title, reachM, areaM2 }) => (
            <Fact key={title.en} title={t(words.reach(t(title)))}>
              {format.number(Math.round(reachM))} m · {area(areaM2)}
            </Fact>
          ))}
      </dl>
      <h4>{t(words.sensitiveGround)}</h4>
      {figures.sensitive.length === 0 ? (
        <p className={styles.at}>{t(words.noSensitive)}</p>
      ) : (
        <ul className={styles.list}>
          {figures.sensitive.map(({ use, name, areaM2, facadeM }) => (
            <li key={`${use} ${name}`}>
              {name || use}
              <span>
                {[areaM2 > 0 && area(areaM2), facadeM > 0 && `${Math.round(facadeM)} m`]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </li>
          ))}
        </ul>
      )}
      <h4>{t(words.lessIntrusive)}</h4>
      {figures.lessIntrusive.length === 0 ? (
        <p className={styles.at}>{t(words.noLessIntrusive)}</p>
      ) : (
        <ul className={styles.list}>
          {figures.lessIntrusive.map(({ id, title, metres }) => (
            <li key={id}>
              {title}
              <span>{format.distance(metres)}</span>
            </li>
          ))}
        </ul>
      )}
      {figures.assumptions.length > 0 && (
        <details className={styles.assumptions}>
          <summary>{t(words.assumptions)}</summary>
          <ul>
            {figures.assumptions.map((one) => (
              <li key={one.en}>{t(one)}</li>
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}

const Fact = ({ title, children }: { readonly title: string; readonly children: ReactNode }) => (
  <>
    <dt>{title}</dt>
    <dd>{children}</dd>
  </>
)
