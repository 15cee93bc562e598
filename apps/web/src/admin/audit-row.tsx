import type { AuditEntry } from '@trygghetskartan/api/contract-admin'
import { audienceTitles } from '../messages/audiences.ts'
import { audit as own } from '../messages/audit.ts'
import { actionWords, auditKinds } from '../messages/audit-actions.ts'
import { common } from '../messages/common.ts'
import { useFormat } from '../messages/format.ts'
import { useText } from '../messages/text.ts'
import { Button } from '../ui/button.tsx'
import styles from './audit.module.css'
import { differences } from './audit-differences.ts'
import type { Filter } from './use-filters.ts'
import { useLayerTitles } from './use-layer-titles.ts'

interface AuditRowProps {
  readonly entry: AuditEntry
  readonly onFilter: (change: Partial<Record<Filter, string>>) => void
}

/** One entry: in one line who did what and when; opened, everything that is known of it. */
export function AuditRow({ entry, onFilter }: AuditRowProps) {
  const t = useText()
  const format = useFormat()
  const { actor } = entry
  const role = actor.audience in audienceTitles ? audienceTitles[actor.audience as 'public'] : null
  const kind = auditKinds[entry.kind]
  const layerTitle = useLayerTitles()
  return (
    <li>
      <details className={styles.entry}>
        <summary>
          <time dateTime={entry.at}>{format.dateTime(entry.at)}</time>
          <span className={styles.what}>
            <strong>{t(actionWords(entry.action))}</strong>
            <small>
              {[kind ? t(kind) : layerTitle(entry.kind), aboutOf(entry)].filter(Boolean).join(' · ')}
            </small>
          </span>
          <span className={styles.who}>
            {actor.name} <small>{role ? t(role) : actor.audience}</small>
          </span>
        </summary>
        <div className={styles.opened}>
          <dl className={styles.facts}>
            <dt>{t(own.number)}</dt>
            <dd>{format.number(entry.seq)}</dd>
            {entry.object && (
              <>
                <dt>{t(own.object)}</dt>
                <dd>
                  <code>{entry.object}</code>
                </dd>
              </>
            )}
            {entry.address && (
              <>
                <dt>{t(own.address)}</dt>
                <dd>{entry.address}</dd>
              </>
            )}
            <dt>{t(own.hash)}</dt>
            <dd>
              <code>{entry.hash}</code>
            </dd>
          </dl>
          <Differences entry={entry} />
          <div className={styles.chosen}>
            <Button size="s" onClick={() => onFilter({ actor: actor.id })}>
              {t(own.onlyActor(actor.name))}
            </Button>
            <Button size="s" onClick={() => onFilter({ action: entry.action })}>
              {t(own.onlyAction)}
            </Button>
            {entry.object && (
              <Button size="s" onClick={() => onFilter({ object: entry.object ?? '' })}>
                {t(own.onlyObject)}
              </Button>
            )}
          </div>
        </div>
      </details>
    </li>
  )
}

function Differences({ entry }: { readonly entry: AuditEntry }) {
  const t = useText()
  const rows = differences(entry.before, entry.after)
  const details = differences(null, entry.detail)
  const words = (value: unknown) =>
    typeof value === 'boolean' ? t(value ? common.yes : common.no) : inWords(value) || t(own.empty)
  return (
    <>
      {rows.length > 0 && (
        <table className={styles.diff}>
          <caption>{t(own.changes)}</caption>
          <thead>
            <tr>
              <th scope="col">{t(own.field)}</th>
              <th scope="col">{t(own.before)}</th>
              <th scope="col">{t(own.after)}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ field, before, after }) => (
              <tr key={field}>
                <th scope="row">{field}</th>
                <td>{before === undefined ? '' : <del>{words(before)}</del>}</td>
                <td>{after === undefined ? '' : <ins>{words(after)}</ins>}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {details.length > 0 && (
        <dl className={styles.facts}>
          {details.map(({ field, after }) => (
            <div key={field}>
              <dt>{field || t(own.detail)}</dt>
              <dd>{words(after)}</dd>
            </div>
          ))}
        </dl>
      )}
    </>
  )
}

/** What it is called, where that is known; else the beginning of its id. */
function aboutOf({ before, after, detail, object }: AuditEntry): string {
  for (const one of [after, before, detail])
    if (typeof one === 'object' && one !== null)
      for (const key of ['title', 'name', 'layer'])
        if (key in one) return String((one as Record<string, unknown>)[key] ?? '')
  return object?.slice(0, 8) ?? ''
}

const inWords = (value: unknown): string =>
  value === null || value === undefined
    ? ''
    : typeof value === 'object'
      ? JSON.stringify(value).slice(0, 400)
      : String(value)
