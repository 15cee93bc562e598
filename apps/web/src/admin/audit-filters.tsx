import { useState } from 'react'
import { audit as own } from '../messages/audit.ts'
import { auditKinds } from '../messages/audit-actions.ts'
import { useText } from '../messages/text.ts'
import { DateField } from '../plan/date-field.tsx'
import { parseDate } from '../plan/dates.ts'
import { Button } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import styles from './audit.module.css'
import { SearchField } from './search-field.tsx'
import type { Filter } from './use-filters.ts'
import { useLayerHealth } from './use-layer-titles.ts'

const filterKeys = ['find', 'actor', 'action', 'kind', 'object', 'since', 'until'] as const

interface AuditFiltersProps {
  readonly filters: Readonly<Partial<Record<Filter, string>>>
  readonly onChange: (change: Partial<Record<Filter, string>>, how?: { replace?: boolean }) => void
}

/** What to look for in the trail; all of it stands in the address. */
export function AuditFilters({ filters, onChange }: AuditFiltersProps) {
  const t = useText()
  const { data: layers } = useLayerHealth()
  const some = filterKeys.some((key) => filters[key])
  return (
    <div className={styles.filters}>
      <div className={styles.search}>
        <SearchField
          label={t(own.find)}
          value={filters.find ?? ''}
          onChange={(find) => onChange({ find }, { replace: true })}
        />
      </div>
      <Field label={t(own.kind)}>
        {(control) => (
          <select
            {...control}
            value={filters.kind ?? ''}
            onChange={(event) => onChange({ kind: event.target.value })}
          >
            <option value="">{t(own.everyKind)}</option>
            {Object.entries(auditKinds).map(([kind, title]) => (
              <option key={kind} value={kind}>
                {t(title)}
              </option>
            ))}
            {layers?.map(({ layer, title }) => (
              <option key={layer} value={layer}>
                {t(title)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <DateFilter
        label={t(own.since)}
        value={filters.since ?? ''}
        onChange={(since) => onChange({ since })}
      />
      <DateFilter
        label={t(own.until)}
        value={filters.until ?? ''}
        onChange={(until) => onChange({ until })}
      />
      {(filters.actor || filters.action || filters.object || some) && (
        <div className={styles.chosen}>
          {(['actor', 'action', 'object'] as const).map(
            (key) =>
              filters[key] && (
                <Button
                  key={key}
                  size="s"
                  aria-label={t(own.without(t(own[key]), filters[key]))}
                  onClick={() => onChange({ [key]: '' })}
                >
                  {t(own[key])}: {filters[key].slice(0, 24)} ✕
                </Button>
              ),
          )}
          <Button
            size="s"
            kind="quiet"
            onClick={() => onChange(Object.fromEntries(filterKeys.map((key) => [key, ''])))}
          >
            {t(own.clear)}
          </Button>
        </div>
      )}
    </div>
  )
}

/** A day; what is half typed is not looked for. */
function DateFilter({
  label,
  value,
  onChange,
}: {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
}) {
  const [typed, setTyped] = useState(value)
  const [last, setLast] = useState(value)
  if (last !== value) {
    setLast(value)
    setTyped(value)
  }
  const type = (next: string) => {
    setTyped(next)
    const day = parseDate(next)
    if (next === '' || day) onChange(day ?? '')
  }
  return (
    <Field label={label}>
      {(control) => <DateField control={control} kind="date" value={typed} onChange={type} />}
    </Field>
  )
}
