import { Link } from '@tanstack/react-router'
import type { RegisterEntry } from '@trygghetskartan/api/contract-decisions'
import { type Column, RowsTable } from '../admin/rows-table.tsx'
import { Swatch } from '../layers/swatch.tsx'
import { useFormat } from '../messages/format.ts'
import { register as words } from '../messages/register.ts'
import { useText } from '../messages/text.ts'
import { useSession } from '../session.ts'
import { hoursInWords } from './hours-in-words.ts'
import styles from './register-page.module.css'

interface RegisterTableProps {
  readonly entries: readonly RegisterEntry[]
  readonly isStaff: boolean
}

/** A row for each camera; those that have ended are dimmed. */
export function RegisterTable({ entries, isStaff }: RegisterTableProps) {
  const t = useText()
  const format = useFormat()
  const { layers, me } = useSession()
  const layerOf = (entry: RegisterEntry) => layers.find(({ id }) => id === entry.layer)
  const statusOf = (entry: RegisterEntry) =>
    layerOf(entry)?.legend.find(({ value }) => value === entry.status)?.title
  const unknown = <span className={styles.soft}>{t(words.unknown)}</span>
  const face = me.faces.includes('/planera')
    ? '/planera'
    : me.faces.includes('/lagesbild')
      ? '/lagesbild'
      : '/'
  const columns: Column<RegisterEntry>[] = [
    {
      title: t(words.camera),
      cell: (entry) => (
        <>
          <strong>{entry.title}</strong>
          <Link
            to={face}
            search={{
              at: `${entry.at.join(',')},17`,
              ...(entry.status !== 'ended' && { sel: `${entry.layer}:${entry.camera}` }),
            }}
            aria-label={t(words.onMapNamed(entry.title))}
          >
            {t(words.onMap)}
          </Link>
        </>
      ),
    },
    {
      title: t(words.status),
      cell: (entry) => {
        const layer = layerOf(entry)
        const title = statusOf(entry)
        return (
          <span className={styles.status}>
            {layer && <Swatch layer={layer} value={entry.status} />}
            {t(title ?? words.ended)}
          </span>
        )
      },
    },
    {
      title: t(words.purpose),
      cell: ({ purpose }) => (purpose ? <div className={styles.long}>{purpose}</div> : unknown),
    },
    {
      title: t(words.hours),
      cell: ({ hours }) => (
        <div className={styles.hours}>{hoursInWords(hours, format) ?? t(words.aroundTheClock)}</div>
      ),
    },
    {
      title: t(words.storage),
      cell: ({ storageDays, sound }) => (
        <span className={styles.short}>
          {storageDays === null ? unknown : t(words.storageDays(storageDays))}
          <br />
          <small>{t(sound ? words.soundOn : words.soundOff)}</small>
        </span>
      ),
    },
    {
      title: t(words.period),
      cell: ({ startedOn, endedOn, keptUntil }) =>
        [
          startedOn && t(words.since(format.shortDate(startedOn))),
          endedOn && t(words.endedOn(format.shortDate(endedOn))),
          keptUntil && t(words.keptUntil(format.shortDate(keptUntil))),
        ]
          .filter(Boolean)
          .join(', ') || null,
    },
    {
      title: t(words.responsible),
      cell: ({ responsible, contact }) =>
        isStaff ? (
          <>
            {responsible || unknown}
            {contact && <small className={styles.under}>{contact}</small>}
          </>
        ) : (
          responsible || unknown
        ),
    },
    ...(isStaff
      ? []
      : [{ title: t(words.contact), cell: ({ contact }: RegisterEntry) => contact || unknown }]),
    ...(isStaff
      ? [
          {
            title: t(words.dossier),
            cell: (entry: RegisterEntry) => (
              <Link
                to="/planera/underlag/$camera"
                params={{ camera: entry.camera }}
                aria-label={t(words.dossierOf(entry.title))}
              >
                {entry.documentation === 'outdated'
                  ? t(words.dossierOutdated)
                  : entry.dossier
                    ? t(words.dossierSigned(entry.dossier.version, format.shortDate(entry.dossier.signedAt)))
                    : t(words.dossierMissing)}
              </Link>
            ),
          },
          {
            title: t(words.decision),
            cell: ({ decision }: RegisterEntry) =>
              decision
                ? [format.shortDate(decision.at), decision.body, decision.reference]
                    .filter(Boolean)
                    .join(', ')
                : unknown,
          },
          {
            title: t(words.homes),
            figures: true,
            cell: ({ homes }: RegisterEntry) => (homes === null || homes === undefined ? unknown : homes),
          },
        ]
      : []),
  ]
  return (
    <RowsTable
      label={t(words.title)}
      rows={entries}
      keyOf={({ camera }) => camera}
      columns={columns}
      dimmed={({ status }) => status === 'ended'}
    />
  )
}
