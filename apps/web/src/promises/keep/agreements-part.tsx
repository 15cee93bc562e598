import type { Agreement, NewAgreement } from '@trygghetskartan/api/contract-commitments'
import { useState } from 'react'
import { useFormat } from '../../messages/format.ts'
import { keep as words } from '../../messages/promises-keep.ts'
import { useText } from '../../messages/text.ts'
import { FieldsForm } from '../../plan/fields-form.tsx'
import { linesOf } from '../../problems/described.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Icon } from '../../ui/icon.tsx'
import { ErrorNote } from '../../ui/note.tsx'
import styles from '../promises.module.css'
import { promisesApi } from '../promises-api.ts'
import { agreementFields } from './fields.ts'
import { useSaving } from './use-saving.ts'

interface AgreementsPartProps {
  readonly agreements: readonly Agreement[]
  readonly writes: boolean
}

/** The agreements that promises are made under. */
export function AgreementsPart({ agreements, writes }: AgreementsPartProps) {
  const t = useText()
  const format = useFormat()
  const { save, tryTo, error } = useSaving()
  const [open, setOpen] = useState<Agreement | 'new' | null>(null)
  return (
    <section className={styles.section} aria-label={t(words.agreements)}>
      <header>
        <h3>{t(words.agreements)}</h3>
        {writes && (
          <Button size="s" icon={<Icon name="plus" size={16} />} onClick={() => setOpen('new')}>
            {t(words.newAgreement)}
          </Button>
        )}
      </header>
      {error !== null && <ErrorNote error={error} />}
      {agreements.length === 0 && <p className={styles.soft}>{t(words.noAgreement)}</p>}
      <ul className={styles.items}>
        {agreements.map((agreement) => (
          <li key={agreement.id}>
            <div className={styles.line}>
              <strong>{agreement.title}</strong>
              {writes && (
                <span className={styles.buttons}>
                  <IconButton
                    label={t(words.editAgreement(agreement.title))}
                    icon={<Icon name="edit" size={15} />}
                    onClick={() => setOpen(agreement)}
                  />
                  <IconButton
                    label={t(words.removeAgreement(agreement.title))}
                    icon={<Icon name="bin" size={15} />}
                    onClick={() => tryTo(() => promisesApi.removeAgreement(agreement))}
                  />
                </span>
              )}
            </div>
            <p className={styles.soft}>
              {format.shortDate(agreement.from)} – {format.shortDate(agreement.to)} ·{' '}
              {format.list(agreement.parties)}
              {agreement.reference && ` · ${agreement.reference}`}
            </p>
          </li>
        ))}
      </ul>
      {open && (
        <Dialog
          title={t(open === 'new' ? words.newAgreement : words.editAgreement(open.title))}
          onClose={() => setOpen(null)}
        >
          <FieldsForm
            fields={agreementFields}
            initial={open === 'new' ? {} : { ...open, parties: open.parties.join('\n') }}
            onCancel={() => setOpen(null)}
            onSave={async ({ parties, ...values }) => {
              const given = { ...values, parties: linesOf(parties) } as unknown as NewAgreement
              const now = agreements.find(({ id }) => open !== 'new' && id === open.id)
              await save(() =>
                now ? promisesApi.changeAgreement(now, given) : promisesApi.createAgreement(given),
              )
              setOpen(null)
            }}
          />
        </Dialog>
      )}
    </section>
  )
}
