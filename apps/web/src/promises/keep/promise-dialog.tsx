import type { FieldDescription } from '@trygghetskartan/api/contract'
import type { Commitment, CommitmentChange } from '@trygghetskartan/api/contract-commitments'
import { type ReactNode, useState } from 'react'
import { FieldsForm } from '../../plan/fields-form.tsx'
import { ClashNote } from '../../problems/clash-note.tsx'
import { type Clash, saveOver } from '../../problems/save-over.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { promisesApi } from '../promises-api.ts'
import { useSaving } from './use-saving.ts'

interface PromiseDialogProps {
  readonly title: string
  readonly promise: Commitment
  readonly fields: readonly FieldDescription[]
  readonly wide?: boolean
  readonly onClose: () => void
  readonly children?: ReactNode
}

/** Those who write are told the version. */
type Written = Commitment & { readonly version: number }

/** Fields of a promise as they were when the form was opened: what others change meanwhile is not written over unseen. */
export function PromiseDialog({
  title,
  promise,
  fields,
  wide = false,
  onClose,
  children,
}: PromiseDialogProps) {
  const { save } = useSaving()
  const [opened] = useState(promise as Written)
  const [clash, setClash] = useState<Clash<Written> | null>(null)
  return (
    <Dialog wide={wide} title={title} onClose={onClose}>
      <FieldsForm
        fields={fields}
        initial={{ ...opened }}
        onCancel={onClose}
        onSave={async (given) => {
          const found = await saveOver<Written>({
            ...{ opened, seen: clash?.now ?? opened, given },
            save: (over, change) => save(() => promisesApi.change(over, change as CommitmentChange)),
            read: async () => (await promisesApi.read(opened.id)) as Written,
          })
          setClash(found)
          if (!found) onClose()
        }}
      >
        {clash && <ClashNote fields={fields} clashing={clash.fields} now={{ ...clash.now }} />}
        {children}
      </FieldsForm>
    </Dialog>
  )
}
