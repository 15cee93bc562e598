import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from 'react'
import { reportPhoto as words } from '../messages/report-photo.ts'
import { useWords } from '../messages/wording.ts'
import { useAnnounce } from '../ui/announce.tsx'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import styles from './cover-editor.module.css'
import { type Cover, coverAfter, coverBetween, middleCover } from './covers.ts'
import type { DraftPhoto } from './photo.ts'

interface CoverEditorProps {
  readonly photo: DraftPhoto
  readonly onChange: (covers: readonly Cover[]) => void
}

type Point = readonly [number, number]

/** Black boxes over a photo: dragged out with a finger or a mouse, or placed with the keyboard. */
export function CoverEditor({ photo, onChange }: CoverEditorProps) {
  const t = useWords()
  const announce = useAnnounce()
  const stage = useRef<HTMLDivElement>(null)
  const [source, setSource] = useState<string>()
  const [drag, setDrag] = useState<{ readonly from: Point; readonly to: Point } | null>(null)
  const [before, setBefore] = useState<readonly (readonly Cover[])[]>([])
  const focusLast = useRef(false)
  const { covers, picture } = photo

  useEffect(() => {
    const url = URL.createObjectURL(picture)
    setSource(url)
    return () => URL.revokeObjectURL(url)
  }, [picture])
  useEffect(() => {
    if (!focusLast.current) return
    focusLast.current = false
    stage.current?.querySelector<HTMLElement>('button:last-of-type')?.focus()
  })

  const change = (next: readonly Cover[]) => {
    setBefore((all) => [...all, covers].slice(-100))
    onChange(next)
  }
  const add = (cover: Cover, focus: boolean) => {
    focusLast.current = focus
    change([...covers, cover])
  }
  const undo = () => {
    const last = before.at(-1)
    if (!last) return
    setBefore(before.slice(0, -1))
    onChange(last)
    announce(t(words.coverUndone))
  }
  const pointOf = ({ clientX, clientY }: PointerEvent): Point => {
    const { left, top, width, height } = stage.current!.getBoundingClientRect()
    return [(clientX - left) / width, (clientY - top) / height]
  }
  const end = () => {
    const cover = drag && coverBetween(drag.from, drag.to)
    setDrag(null)
    if (cover) add(cover, false)
  }
  const keys = (event: KeyboardEvent, at: number) => {
    if (event.key === 'Delete' || event.key === 'Backspace') {
      event.preventDefault()
      change(covers.filter((_, other) => other !== at))
      announce(t(words.coverRemoved))
      stage.current?.focus()
      return
    }
    const next = coverAfter(covers[at]!, event.key, event.shiftKey)
    if (!next) return
    event.preventDefault()
    change(covers.map((cover, other) => (other === at ? next : cover)))
    announce(t(placeOf(next)))
  }
  const dragged = drag && coverBetween(drag.from, drag.to)
  return (
    <div className={styles.editor}>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot take a shape of its own */}
      <div
        ref={stage}
        className={styles.stage}
        role="group"
        aria-label={t(words.cover)}
        tabIndex={-1}
        style={{
          aspectRatio: `${photo.width} / ${photo.height}`,
          maxWidth: `calc(52vh * ${photo.width / photo.height})`,
        }}
        onPointerDown={(event) => {
          if (event.button !== 0) return
          event.currentTarget.setPointerCapture(event.pointerId)
          setDrag({ from: pointOf(event), to: pointOf(event) })
        }}
        onPointerMove={(event) => drag && setDrag({ from: drag.from, to: pointOf(event) })}
        onPointerUp={end}
        onPointerCancel={() => setDrag(null)}
      >
        {source && <img src={source} alt={t(words.alt)} draggable={false} />}
        {covers.map((cover, at) => (
          <button
            // biome-ignore lint/suspicious/noArrayIndexKey: a box is known by its place in the row alone
            key={at}
            type="button"
            className={styles.cover}
            style={boxOf(cover)}
            aria-label={`${t(words.coverName(at + 1, covers.length))}: ${t(placeOf(cover))}`}
            onKeyDown={(event) => keys(event, at)}
          />
        ))}
        {dragged && <span className={styles.dragged} style={boxOf(dragged)} aria-hidden="true" />}
      </div>
      <p className={styles.count} role="status">
        {t(words.coverCount(covers.length))}
      </p>
      <div className={styles.tools}>
        <Button icon={<Icon name="plus" />} onClick={() => add(middleCover, true)}>
          {t(words.addCover)}
        </Button>
        <Button icon={<Icon name="undo" />} onClick={undo} aria-disabled={before.length === 0}>
          {t(words.undo)}
        </Button>
      </div>
    </div>
  )
}

const percent = (share: number): string => `${share * 100}%`
const boxOf = ({ x, y, width, height }: Cover) => ({
  // A photo has no reading direction: left is left.
  left: percent(x),
  top: percent(y),
  width: percent(width),
  height: percent(height),
})
const placeOf = ({ x, y, width, height }: Cover) => {
  const [left, top, wide, high] = [x, y, width, height].map((share) => Math.round(share * 100))
  return words.coverAt(left!, top!, wide!, high!)
}
