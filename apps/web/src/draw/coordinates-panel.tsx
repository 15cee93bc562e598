import { type ClipboardEvent, useEffect, useState } from 'react'
import { useMap } from '../map/map-context.ts'
import { draw } from '../messages/draw.ts'
import { useText } from '../messages/text.ts'
import { Button, IconButton } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { Icon } from '../ui/icon.tsx'
import {
  type CoordinateSystem,
  type CoordinateText,
  coordinateSystems,
  readCoordinates,
  splitPasted,
  writeCoordinates,
} from './coordinates.ts'
import styles from './coordinates-panel.module.css'
import type { Drawing } from './drawing.ts'
import { canRemove, isComplete, type Position } from './sketch.ts'
import { useDrawingView } from './use-drawing.ts'

const systemKey = 'trygghetskartan.coordinates'
const keptSystem = (): CoordinateSystem =>
  coordinateSystems.find(({ srid }) => String(srid) === localStorage.getItem(systemKey)) ??
  coordinateSystems[0]

/** Every vertex as numbers one can read, type and paste, in the reference system of one's choice. */
export function CoordinatesPanel({ drawing }: { readonly drawing: Drawing }) {
  const t = useText()
  const map = useMap()
  const view = useDrawingView(drawing)
  const [system, setSystem] = useState(keptSystem)
  if (!view) return null
  const { sketch } = view
  const more = !(sketch.kind === 'Point' && sketch.vertices.length > 0)
  const choose = (srid: string) => {
    localStorage.setItem(systemKey, srid)
    setSystem(keptSystem())
  }
  const centre = (): Position => (map ? (map.getCenter().toArray() as Position) : [0, 0])
  const add = (position: Position) =>
    sketch.finished ? drawing.insert(sketch.vertices.length, position) : drawing.add(position)
  return (
    <div className={styles.panel}>
      <Field label={t(draw.system)}>
        {(control) => (
          <select {...control} value={system.srid} onChange={(event) => choose(event.target.value)}>
            {coordinateSystems.map(({ srid, title }) => (
              <option key={srid} value={srid}>
                {title}
              </option>
            ))}
          </select>
        )}
      </Field>
      {sketch.vertices.length > 0 && (
        <ol className={styles.rows}>
          {sketch.vertices.map((position, i) => (
            <Row
              // biome-ignore lint/suspicious/noArrayIndexKey: a vertex is its place in the line
              key={i}
              index={i}
              position={position}
              system={system}
              selected={i === sketch.selected}
              onSelect={() => drawing.select(i)}
              onChange={(next) => drawing.step({ type: 'move', index: i, position: next })}
              onRemove={canRemove(sketch) ? () => drawing.remove(i) : null}
            />
          ))}
        </ol>
      )}
      <div className={styles.actions}>
        {more && (
          <Button size="s" icon={<Icon name="plus" size={16} />} onClick={() => add(centre())}>
            {t(draw.addAtCentre)}
          </Button>
        )}
        {!sketch.finished && isComplete(sketch) && (
          <Button size="s" kind="primary" onClick={() => drawing.finish()}>
            {t(draw.finishShape)}
          </Button>
        )}
      </div>
      <p className={styles.help}>
        {t(draw.pasteHelp)} {t(draw.arrowHelp)}
      </p>
    </div>
  )
}

interface RowProps {
  readonly index: number
  readonly position: Position
  readonly system: CoordinateSystem
  readonly selected: boolean
  readonly onSelect: () => void
  readonly onChange: (position: Position) => void
  readonly onRemove: (() => void) | null
}

function Row({ index, position, system, selected, onSelect, onChange, onRemove }: RowProps) {
  const t = useText()
  const written = writeCoordinates(position, system)
  const [typed, setTyped] = useState<CoordinateText>(written)
  const [wrong, setWrong] = useState(false)
  const [lon, lat] = position
  useEffect(() => {
    setTyped(writeCoordinates([lon, lat], system))
    setWrong(false)
  }, [lon, lat, system])

  const take = (text: CoordinateText) => {
    const unchanged = text.first === written.first && text.second === written.second
    const read = unchanged ? position : readCoordinates(text, system)
    setWrong(read === null)
    if (read && !unchanged) onChange(read)
  }
  const paste = (event: ClipboardEvent) => {
    const both = splitPasted(event.clipboardData.getData('text'))
    if (!both) return
    event.preventDefault()
    setTyped(both)
    take(both)
  }
  const names = {
    lat: t(draw.latitude),
    lon: t(draw.longitude),
    N: t(draw.north),
    E: t(draw.east),
  }
  const box = (part: 'first' | 'second') => (
    <label className={styles.box}>
      <span aria-hidden="true">{names[system.axes[part]]}</span>
      <input
        className={styles.input}
        inputMode="decimal"
        autoComplete="off"
        aria-label={t(draw.axisOf(names[system.axes[part]], index + 1))}
        aria-invalid={wrong || undefined}
        value={typed[part]}
        onFocus={onSelect}
        onPaste={part === 'first' ? paste : undefined}
        onChange={(event) => setTyped({ ...typed, [part]: event.target.value })}
        onBlur={() => take(typed)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return
          event.preventDefault()
          take(typed)
        }}
      />
    </label>
  )
  return (
    <li className={styles.row} data-selected={selected || undefined}>
      <button type="button" className={styles.number} aria-pressed={selected} onClick={onSelect}>
        <span className="sr-only">{t(draw.selectRow(index + 1))}</span>
        <span aria-hidden="true">{index + 1}</span>
      </button>
      {box('first')}
      {box('second')}
      <IconButton
        label={t(draw.removeRow(index + 1))}
        icon={<Icon name="close" size={16} />}
        disabled={!onRemove}
        onClick={onRemove ?? undefined}
      />
      {wrong && (
        <p className={styles.wrong} role="alert">
          {t(draw.badCoordinate)}
        </p>
      )}
    </li>
  )
}
