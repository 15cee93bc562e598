import type { LayerDescription } from '@trygghetskartan/api/contract'
import { useId, useState } from 'react'
import type { MapLayer } from '../map/map-style.ts'
import { useFormat } from '../messages/format.ts'
import { layerGroups, plan as words } from '../messages/plan.ts'
import { useText } from '../messages/text.ts'
import { useSession } from '../session.ts'
import { Button, IconButton } from '../ui/button.tsx'
import { Icon, type IconName, LayerIcon } from '../ui/icon.tsx'
import type { Draft } from './drafts.ts'
import styles from './draw-tools.module.css'
import { type Plan, sketchKindOf, usePlan } from './plan-context.ts'

type Kind = LayerDescription['geometry'][number]
const kinds: Record<
  ReturnType<typeof sketchKindOf>,
  { readonly icon: IconName; readonly title: { sv: string; en: string } }
> = {
  Point: { icon: 'point', title: words.kindPoint },
  LineString: { icon: 'line', title: words.kindLine },
  Polygon: { icon: 'polygon', title: words.kindArea },
}

/** Begins something new on the map, takes the last step back, and keeps in sight what is not saved yet. */
export function DrawTools() {
  const t = useText()
  const plan = usePlan()
  const { layers } = useSession()
  const [open, setOpen] = useState(false)
  const id = useId()
  const editable = layers.filter((layer) => layer.editable)
  if (editable.length === 0) return null
  const onlyAreas = editable.every(({ geometry }) =>
    geometry.every((kind) => sketchKindOf(kind) === 'Polygon'),
  )
  const begin = (layer: MapLayer, kind: Kind) => {
    setOpen(false)
    plan?.begin(layer, sketchKindOf(kind))
  }
  return (
    <div className={styles.tools}>
      <div className={styles.row}>
        <Button
          kind="primary"
          className={styles.new}
          icon={<Icon name="plus" />}
          aria-expanded={open}
          aria-controls={id}
          // It stands in its place while drawing is fetched: nothing below it moves under one's finger.
          disabled={!plan}
          onClick={() => setOpen(!open)}
        >
          {t(onlyAreas ? words.newZone : words.newObject)}
        </Button>
        <Steps plan={plan} />
      </div>
      <div id={id} className={styles.menu} hidden={!open}>
        {[...Map.groupBy(editable.toReversed(), ({ group }) => group)].map(([group, members]) => (
          <section key={group} aria-label={t(layerGroups[group])}>
            <h3>{t(layerGroups[group])}</h3>
            <ul>
              {members.map((layer) => (
                <MenuItem key={layer.id} layer={layer} onBegin={(kind) => begin(layer, kind)} />
              ))}
            </ul>
          </section>
        ))}
      </div>
      {plan && plan.drafts.length > 0 && <Drafts plan={plan} />}
    </div>
  )
}

/** A layer one may draw in: the whole row begins where there is one way to draw it, else there is a choice. */
function MenuItem({ layer, onBegin }: { readonly layer: MapLayer; readonly onBegin: (kind: Kind) => void }) {
  const t = useText()
  const ways = onePerPen(layer)
  const [only] = ways
  const row = (
    <>
      <span className={styles.icon}>
        <LayerIcon path={layer.icon} size={17} />
      </span>
      <span className={styles.what}>
        <strong>{t(layer.title)}</strong>
        <small>{t(layer.description)}</small>
      </span>
    </>
  )
  if (ways.length === 1 && only) {
    return (
      <li>
        <button type="button" className={styles.item} onClick={() => onBegin(only)}>
          {row}
        </button>
      </li>
    )
  }
  return (
    <li>
      <div className={styles.item}>{row}</div>
      <div className={styles.kinds}>
        {ways.map((kind) => (
          <Button
            key={kind}
            size="s"
            icon={<Icon name={kinds[sketchKindOf(kind)].icon} size={16} />}
            aria-label={t(words.drawKind(t(layer.title), t(kinds[sketchKindOf(kind)].title).toLowerCase()))}
            onClick={() => onBegin(kind)}
          >
            {t(kinds[sketchKindOf(kind)].title)}
          </Button>
        ))}
      </div>
    </li>
  )
}

/** A pen draws an area the same way whether the layer takes one part or several. */
const onePerPen = (layer: MapLayer) =>
  layer.geometry.filter(
    (kind, i) => layer.geometry.findIndex((other) => sketchKindOf(other) === sketchKindOf(kind)) === i,
  )

function Steps({ plan }: { readonly plan: Plan | null }) {
  const t = useText()
  const busy = plan?.steps.busy
  const back = plan?.steps.undo.at(-1)
  const forth = plan?.steps.redo.at(-1)
  return (
    <>
      <IconButton
        label={t(back ? words.undoLast(back.name || t(words.unnamed)) : words.nothingToUndo)}
        icon={<Icon name="undo" />}
        disabled={!back || busy}
        onClick={() => void plan?.undo()}
      />
      <IconButton
        label={t(forth ? words.redoLast(forth.name || t(words.unnamed)) : words.nothingToRedo)}
        icon={<Icon name="redo" />}
        disabled={!forth || busy}
        onClick={() => void plan?.redo()}
      />
    </>
  )
}

function Drafts({ plan }: { readonly plan: Plan }) {
  const t = useText()
  const format = useFormat()
  const { layers } = useSession()
  const titleOf = (draft: Draft) => {
    const layer = layers.find(({ id }) => id === draft.layer)
    return String(
      draft.input.title || draft.base?.properties.title || (layer ? t(layer.title) : t(words.unnamed)),
    )
  }
  return (
    <section className={styles.drafts} aria-label={t(words.drafts)}>
      <h3>
        <Icon name="clock" size={16} /> {t(words.drafts)}
      </h3>
      <ul>
        {plan.drafts.map((draft) => (
          <li key={draft.id}>
            <span>
              {titleOf(draft)}
              <small>{t(words.draftFrom(format.dateTime(draft.at)))}</small>
            </span>
            <Button
              size="s"
              aria-label={t(words.resumeNamed(titleOf(draft)))}
              onClick={() => plan.resume(draft)}
            >
              {t(words.resume)}
            </Button>
            <IconButton
              label={t(words.discardNamed(titleOf(draft)))}
              icon={<Icon name="bin" size={16} />}
              onClick={() => plan.discard(draft)}
            />
          </li>
        ))}
      </ul>
    </section>
  )
}
