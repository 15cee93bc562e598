import type { AnswerTemplate, NewTemplate } from '@trygghetskartan/api/contract-moderation'
import { useState } from 'react'
import { moderation } from '../messages/moderation.ts'
import { moderationKeep as words } from '../messages/moderation-keep.ts'
import { useText } from '../messages/text.ts'
import { FieldsForm } from '../plan/fields-form.tsx'
import { described } from '../problems/described.ts'
import { useAnnounce } from '../ui/announce.tsx'
import { Button, IconButton } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Icon } from '../ui/icon.tsx'
import { Empty, ErrorNote, Skeleton } from '../ui/note.tsx'
import styles from './keep.module.css'
import { moderationApi } from './moderation-api.ts'
import { ModerationPage } from './moderation-page.tsx'
import { useRefreshModeration, useTemplates } from './use-moderation.ts'

const fields = [
  described('title', 'text', words.name, { required: true, maxLength: 120 }),
  described('sv', 'longtext', words.swedish, { required: true, maxLength: 2000 }),
  described('en', 'longtext', words.english, { required: true, maxLength: 2000 }),
]

/** /planera/rapporter/svarsmallar: answers that are given often. */
export function TemplatesPage() {
  const t = useText()
  const [editing, setEditing] = useState<AnswerTemplate | 'new' | null>(null)
  return (
    <ModerationPage
      title={t(moderation.templates)}
      lead={t(words.templatesLead)}
      actions={
        <Button kind="primary" icon={<Icon name="plus" size={16} />} onClick={() => setEditing('new')}>
          {t(words.newTemplate)}
        </Button>
      }
    >
      <Templates editing={editing} onEdit={setEditing} />
    </ModerationPage>
  )
}

interface TemplatesProps {
  readonly editing: AnswerTemplate | 'new' | null
  readonly onEdit: (editing: AnswerTemplate | 'new' | null) => void
}

function Templates({ editing, onEdit }: TemplatesProps) {
  const t = useText()
  const announce = useAnnounce()
  const refresh = useRefreshModeration()
  const { data, error, refetch } = useTemplates()
  const [refused, setRefused] = useState<unknown>(null)
  const remove = async ({ id, title }: AnswerTemplate) => {
    if (!confirm(t(words.removeSure(title)))) return
    setRefused(null)
    await moderationApi.removeTemplate(id).catch((why: unknown) => setRefused(why))
    await refresh()
  }
  return (
    <>
      {error && <ErrorNote error={error} onRetry={() => void refetch()} />}
      {refused !== null && <ErrorNote error={refused} />}
      {!data && !error && <Skeleton lines={6} />}
      {data?.length === 0 && <Empty title={t(words.noTemplates)} />}
      <ul className={styles.templates}>
        {data?.map((template) => (
          <li key={template.id}>
            <header>
              <h3>{template.title}</h3>
              <IconButton
                label={t(words.edit(template.title))}
                icon={<Icon name="edit" size={16} />}
                onClick={() => onEdit(template)}
              />
              <IconButton
                label={t(words.remove(template.title))}
                icon={<Icon name="bin" size={16} />}
                onClick={() => void remove(template)}
              />
            </header>
            <p lang="sv">{template.sv}</p>
            <p lang="en" className={styles.soft}>
              {template.en}
            </p>
          </li>
        ))}
      </ul>
      {editing && (
        <Dialog
          wide
          title={t(editing === 'new' ? words.newTemplate : words.editTemplate)}
          onClose={() => onEdit(null)}
        >
          <FieldsForm
            fields={fields}
            initial={editing === 'new' ? {} : { ...editing }}
            onCancel={() => onEdit(null)}
            onSave={async (values) => {
              const given = values as unknown as NewTemplate
              await (editing === 'new'
                ? moderationApi.addTemplate(given)
                : moderationApi.changeTemplate(editing.id, given))
              await refresh()
              announce(t(words.kept), { show: true })
              onEdit(null)
            }}
          />
        </Dialog>
      )}
    </>
  )
}
