import type { Photo } from '@trygghetskartan/api/contract-identity'
import { common } from '../messages/common.ts'
import { useFormat } from '../messages/format.ts'
import { photos as words } from '../messages/notes.ts'
import { useText } from '../messages/text.ts'
import { Button, IconButton } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Icon } from '../ui/icon.tsx'
import { ErrorNote } from '../ui/note.tsx'
import { photoPath } from './notes-api.ts'
import styles from './photos.module.css'

interface LightboxProps {
  readonly photo: Photo
  readonly name: string
  readonly neighbours: readonly [Photo | undefined, Photo | undefined]
  readonly onShow: (id: string) => void
  readonly onClose: () => void
  /** null where one may not. */
  readonly onRemove: (() => void) | null
  readonly removing: boolean
  readonly error: unknown
}

/** One photograph as large as the screen lets it be; arrow keys go to the next and the one before. */
export function Lightbox({
  photo,
  name,
  neighbours,
  onShow,
  onClose,
  onRemove,
  removing,
  error,
}: LightboxProps) {
  const t = useText()
  const format = useFormat()
  const [before, after] = neighbours
  return (
    <Dialog
      wide
      title={name}
      onClose={onClose}
      onKeyDown={({ key }) => {
        const next = key === 'ArrowLeft' ? before : key === 'ArrowRight' ? after : undefined
        if (next) onShow(next.id)
      }}
      footer={
        <>
          <p className={styles.by}>{t(words.by(photo.by, format.dateTime(photo.at)))}</p>
          {onRemove && (
            <Button size="s" icon={<Icon name="bin" size={16} />} busy={removing} onClick={onRemove}>
              {t(common.remove)}
            </Button>
          )}
          <IconButton
            label={t(words.before)}
            icon={<Icon name="left" />}
            disabled={!before}
            onClick={() => before && onShow(before.id)}
          />
          <IconButton
            label={t(words.after)}
            icon={<Icon name="right" />}
            disabled={!after}
            onClick={() => after && onShow(after.id)}
          />
        </>
      }
    >
      {error !== null && error !== undefined && <ErrorNote error={error} />}
      <img
        className={styles.large}
        src={photoPath(photo.id, 'full')}
        alt={name}
        width={photo.width}
        height={photo.height}
      />
    </Dialog>
  )
}
