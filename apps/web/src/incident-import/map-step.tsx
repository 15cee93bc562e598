import { useQuery } from '@tanstack/react-query'
import type { IncidentMapping, IncidentUpload } from '@trygghetskartan/api/contract-incidents'
import { useState } from 'react'
import { RowsTable } from '../admin/rows-table.tsx'
import { roleTitles, incidentImport as words } from '../messages/incident-import.ts'
import { useText } from '../messages/text.ts'
import { Button } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { Icon } from '../ui/icon.tsx'
import { Note } from '../ui/note.tsx'
import { incidentImportApi } from './incident-import-api.ts'
import styles from './incident-import-page.module.css'
import { MappingSettings } from './mapping-settings.tsx'
import { missingOf, type Role, roleOf, withRole } from './roles.ts'
import type { Wizard } from './use-wizard.ts'

/** What each column says, with the first rows beside it. */
export function MapStep({ wizard }: { readonly wizard: Wizard }) {
  const t = useText()
  const [tried, setTried] = useState(false)
  const { upload, mapping } = wizard
  if (!upload || !mapping) return null
  const missing = missingOf(mapping)
  return (
    <form
      className={styles.step}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        setTried(true)
        if (!missing) void wizard.look()
      }}
    >
      <SavedMappings upload={upload} mapping={mapping} onChange={wizard.change} />
      <section className={styles.card}>
        <div>
          <h3>{t(words.columnsTitle)}</h3>
          <p className={styles.help}>{t(words.columnsHelp)}</p>
        </div>
        <RowsTable
          label={t(words.columnsTitle)}
          rows={upload.header.map((title, at) => ({ title, at })).filter(({ title }) => title !== '')}
          keyOf={({ title }) => title}
          columns={[
            {
              title: t(words.column),
              cell: ({ title }) => <strong className={styles.column}>{title}</strong>,
            },
            { title: t(words.sample), cell: ({ at }) => <Samples upload={upload} at={at} /> },
            {
              title: t(words.meaning),
              cell: ({ title }) => (
                <select
                  className={styles.select}
                  aria-label={t(words.meaningOf(title))}
                  value={roleOf(mapping, title) ?? ''}
                  data-unused={roleOf(mapping, title) === undefined || undefined}
                  onChange={(event) =>
                    wizard.change(withRole(mapping, title, (event.target.value || null) as Role | null))
                  }
                >
                  <option value="">{t(words.unused)}</option>
                  {(Object.keys(roleTitles) as Role[]).map((role) => (
                    <option key={role} value={role}>
                      {t(roleTitles[role])}
                    </option>
                  ))}
                </select>
              ),
            },
          ]}
        />
      </section>
      <MappingSettings mapping={mapping} onChange={wizard.change} />
      {tried && missing && <Note tone="danger">{t(words[missing])}</Note>}
      <div className={styles.buttons}>
        <Button type="submit" kind="primary" icon={<Icon name="eye" />}>
          {t(words.preview)}
        </Button>
        <Button onClick={wizard.restart}>{t(words.another)}</Button>
      </div>
    </form>
  )
}

const samples = 3

function Samples({ upload, at }: { readonly upload: IncidentUpload; readonly at: number }) {
  const t = useText()
  const texts = [...new Set(upload.sample.map(({ cells }) => cells[at] ?? ''))].filter((text) => text !== '')
  if (texts.length === 0) return <span className={styles.help}>{t(words.emptyCells)}</span>
  return <span className={styles.samples}>{texts.slice(0, samples).join(' · ')}</span>
}

interface SavedMappingsProps {
  readonly upload: IncidentUpload
  readonly mapping: IncidentMapping
  readonly onChange: (mapping: IncidentMapping) => void
}

/** Mappings that are kept by name; one whose columns the file does not have is not taken. */
function SavedMappings({ upload, onChange }: SavedMappingsProps) {
  const t = useText()
  const { data } = useQuery({ queryKey: ['incident-mappings'], queryFn: incidentImportApi.mappings })
  const [name, setName] = useState('')
  const [lacks, setLacks] = useState('')
  if (!data || data.length === 0) return null
  const choose = (next: string) => {
    const kept = data.find((one) => one.name === next)
    const titles = upload.header.map((title) => title.toLowerCase())
    const gone = Object.values(kept?.mapping.columns ?? {}).filter(
      (title) => !titles.includes(title.toLowerCase()),
    )
    setLacks(gone.join(', '))
    if (gone.length > 0) return
    setName(next)
    onChange(kept ? kept.mapping : upload.guess)
  }
  return (
    <div className={styles.saved}>
      <Field
        label={t(words.saved)}
        help={t(words.savedHelp)}
        error={lacks ? t(words.notFitting(lacks)) : undefined}
      >
        {(control) => (
          <select {...control} value={name} onChange={(event) => choose(event.target.value)}>
            <option value="">{t(words.guess)}</option>
            {data.map((one) => (
              <option key={one.name} value={one.name}>
                {one.name}
              </option>
            ))}
          </select>
        )}
      </Field>
    </div>
  )
}
