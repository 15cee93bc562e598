import type { MapLayer } from '../map/map-style.ts'
import { sensitiveKinds, plan as words } from '../messages/plan.ts'
import { useText } from '../messages/text.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import styles from './measure-form.module.css'
import type { FieldFind } from './save.ts'

interface SensitiveDialogProps {
  readonly finds: readonly FieldFind[]
  readonly layer: MapLayer
  readonly onEdit: () => void
  readonly onSave: () => void
}

/** Shows what in the texts may point out a person, before it is saved. */
export function SensitiveDialog({ finds, layer, onEdit, onSave }: SensitiveDialogProps) {
  const t = useText()
  const titleOf = (name: string) => {
    const title = layer.fields.find((field) => field.name === name)?.title
    return title ? t(title) : name
  }
  return (
    <Dialog
      title={t(words.sensitiveTitle)}
      onClose={onEdit}
      footer={
        <>
          <Button onClick={onSave}>{t(words.sensitiveAnyway)}</Button>
          <Button kind="primary" onClick={onEdit}>
            {t(words.sensitiveEdit)}
          </Button>
        </>
      }
    >
      <p>{t(words.sensitiveHelp)}</p>
      <ul className={styles.finds}>
        {finds.map(({ field, kind, text }) => (
          <li key={`${field} ${text}`}>
            <strong>{text}</strong>
            <span>
              {t(sensitiveKinds[kind])} · {titleOf(field)}
            </span>
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
