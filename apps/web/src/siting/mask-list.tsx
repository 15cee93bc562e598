import type { Rings } from '@trygghetskartan/siting'
import { drawingWords } from '../messages/draw.ts'
import { useFormat } from '../messages/format.ts'
import { siting as words } from '../messages/siting.ts'
import { useText } from '../messages/text.ts'
import { useAnnounce } from '../ui/announce.tsx'
import { Button, IconButton } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { areaOfRings } from './area-of-rings.ts'
import { beginMask, useMaskDrawing } from './mask-drawing.ts'
import { writeMasks } from './masks.ts'
import { Part } from './part.tsx'
import styles from './siting-panel.module.css'

interface MaskListProps {
  readonly masks: readonly Rings[]
  /** Where they may be changed: id of the camera, column that holds them, and what writes it. */
  readonly edit?: {
    readonly id: string
    readonly column: string
    readonly onFill: (column: string, input: string) => void
  }
}

/** What is masked out of the picture: drawn on the map, listed and taken away here. */
export function MaskList({ masks, edit }: MaskListProps) {
  const t = useText()
  const format = useFormat()
  const announce = useAnnounce()
  const drawing = useMaskDrawing()
  if (!edit && masks.length === 0) return null
  return (
    <Part
      title={t(words.masks)}
      aside={
        edit && (
          <Button
            size="s"
            icon={<Icon name="polygon" size={16} />}
            disabled={drawing !== null}
            onClick={() => beginMask(edit.id, edit.column, (event) => announce(t(drawingWords(event))))}
          >
            {t(words.drawMask)}
          </Button>
        )
      }
    >
      {edit && <p className={styles.soft}>{t(words.masksHelp)}</p>}
      {masks.length > 0 && (
        <ul className={styles.list}>
          {masks.map((rings, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a mask is its place in the list
            <li key={i}>
              <span>{t(words.maskN(i + 1))}</span>
              <span className={styles.amount}>
                {t(words.squareMetres(format.number(Math.round(areaOfRings(rings)))))}
              </span>
              {edit && (
                <IconButton
                  label={t(words.removeMask(i + 1))}
                  icon={<Icon name="bin" size={16} />}
                  onClick={() => {
                    edit.onFill(edit.column, writeMasks(masks.toSpliced(i, 1)))
                    announce(t(words.maskRemoved))
                  }}
                />
              )}
            </li>
          ))}
        </ul>
      )}
    </Part>
  )
}
