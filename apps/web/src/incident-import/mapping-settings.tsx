import { useQuery } from '@tanstack/react-query'
import type { IncidentMapping } from '@trygghetskartan/api/contract-incidents'
import type { ReactNode } from 'react'
import {
  dateFormTitles,
  precisionTitles,
  systemTitles,
  incidentImport as words,
} from '../messages/incident-import.ts'
import { useText } from '../messages/text.ts'
import { Field } from '../ui/field.tsx'
import { incidentImportApi } from './incident-import-api.ts'
import styles from './incident-import-page.module.css'

interface MappingSettingsProps {
  readonly mapping: IncidentMapping
  readonly onChange: (mapping: IncidentMapping) => void
}

type Choice = readonly [value: string, title: string]

/** What a file cannot always say by itself. */
export function MappingSettings({ mapping, onChange }: MappingSettingsProps) {
  const t = useText()
  const set = (change: Partial<IncidentMapping>) => onChange({ ...mapping, ...change })
  const kinds = useKinds()
  const titled = (titles: Readonly<Record<string, { sv: string; en: string }>>): Choice[] =>
    Object.entries(titles).map(([value, title]) => [value, t(title)])
  return (
    <details className={styles.card}>
      <summary>{t(words.settings)}</summary>
      <div className={styles.fields}>
        <Select
          label={t(words.dateForm)}
          value={mapping.dateForm ?? ''}
          choices={[['', t(words.byFile)], ...titled(dateFormTitles)]}
          onChange={(value) => set({ dateForm: (value || null) as IncidentMapping['dateForm'] })}
        />
        <Select
          label={t(words.system)}
          value={String(mapping.srid ?? '')}
          choices={[
            ['', t(words.byFile)],
            ...systemTitles.map(([srid, title]): Choice => [String(srid), `${t(title)} (EPSG:${srid})`]),
          ]}
          onChange={(value) => set({ srid: value ? Number(value) : null })}
        />
        <Select
          label={t(words.defaultPrecision)}
          value={mapping.defaultPrecision}
          choices={titled(precisionTitles)}
          onChange={(value) => set({ defaultPrecision: value as IncidentMapping['defaultPrecision'] })}
        />
        <Select
          label={t(words.otherKind)}
          value={mapping.otherKind ?? ''}
          choices={[
            ['', t(words.refuseRows)],
            ...kinds.map(({ code, title }): Choice => [code, t(words.readAs(t(title)))]),
          ]}
          onChange={(value) => set({ otherKind: value || null })}
        />
        <Select
          label={t(words.repeats)}
          value={mapping.repeats}
          choices={[
            ['once', t(words.once)],
            ['each', t(words.each)],
          ]}
          onChange={(value) => set({ repeats: value as IncidentMapping['repeats'] })}
        />
        <Field label={t(words.source)} help={t(words.sourceHelp)}>
          {(control) => (
            <input
              {...control}
              maxLength={60}
              value={mapping.source}
              onChange={(event) => set({ source: event.target.value })}
              onBlur={() => mapping.source.trim() === '' && set({ source: 'import' })}
            />
          )}
        </Field>
      </div>
      <label className={styles.check}>
        <input
          type="checkbox"
          checked={mapping.withdraws}
          onChange={(event) => set({ withdraws: event.target.checked })}
        />
        {t(words.withdraws)}
      </label>
    </details>
  )
}

interface SelectProps {
  readonly label: string
  readonly value: string
  readonly choices: readonly Choice[]
  readonly onChange: (value: string) => void
}

const Select = ({ label, value, choices, onChange }: SelectProps): ReactNode => (
  <Field label={label}>
    {(control) => (
      <select {...control} value={value} onChange={(event) => onChange(event.target.value)}>
        {choices.map(([choice, title]) => (
          <option key={choice} value={choice}>
            {title}
          </option>
        ))}
      </select>
    )}
  </Field>
)

/** What an incident can be. */
export function useKinds() {
  const { data } = useQuery({
    queryKey: ['incident-kinds'],
    queryFn: incidentImportApi.kinds,
    staleTime: Number.POSITIVE_INFINITY,
  })
  return data ?? []
}
