import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { LuminaireInfo } from '@trygghetskartan/api/contract-siting'
import { useRef } from 'react'
import { useFormat } from '../messages/format.ts'
import { siting as words } from '../messages/siting.ts'
import { useText } from '../messages/text.ts'
import { useAnnounce } from '../ui/announce.tsx'
import { Button } from '../ui/button.tsx'
import type { FieldControlProps } from '../ui/field.tsx'
import { Icon } from '../ui/icon.tsx'
import { ErrorNote } from '../ui/note.tsx'
import styles from './luminaire-select.module.css'
import { readPhotometry } from './read-photometry.ts'
import { sitingApi } from './siting-api.ts'
import { useLuminaires } from './use-luminaires.ts'

interface LuminaireSelectProps {
  readonly control: FieldControlProps
  readonly value: string
  readonly onChange: (id: string) => void
}

/** The photometric file lamps are reckoned with: one of those there are, or one that is read in here. */
export function LuminaireSelect({ control, value, onChange }: LuminaireSelectProps) {
  const t = useText()
  const format = useFormat()
  const announce = useAnnounce()
  const queries = useQueryClient()
  const input = useRef<HTMLInputElement>(null)
  const { data = [] } = useLuminaires()
  const add = useMutation({
    mutationFn: async (file: File) => sitingApi.addLuminaire(file.name, await readPhotometry(file)),
    onSuccess: (added) => {
      queries.setQueryData<LuminaireInfo[]>(['luminaires'], (before = []) => [...before, added])
      void queries.invalidateQueries({ queryKey: ['luminaires'] })
      onChange(added.id)
      announce(t(words.uploaded(added.name)))
    },
  })
  return (
    <div className={styles.select}>
      <select {...control} value={value} onChange={(event) => onChange(event.target.value)}>
        <option value="">{t(words.builtIn)}</option>
        {data.map(({ id, name, lumens }) => (
          <option key={id} value={id}>
            {name} · {t(words.lumens(format.number(Math.round(lumens))))}
          </option>
        ))}
        {value && !data.some(({ id }) => id === value) && <option value={value}>…</option>}
      </select>
      <input
        ref={input}
        type="file"
        hidden
        accept=".ldt,.ies,.LDT,.IES,text/plain"
        aria-label={t(words.upload)}
        onChange={(event) => {
          const [file] = event.target.files ?? []
          // The same file may be chosen again after it has been put right.
          event.target.value = ''
          if (file) add.mutate(file)
        }}
      />
      <Button
        size="s"
        icon={<Icon name="upload" size={16} />}
        busy={add.isPending}
        onClick={() => input.current?.click()}
      >
        {t(words.upload)}
      </Button>
      {add.isError && <ErrorNote error={add.error} />}
    </div>
  )
}
