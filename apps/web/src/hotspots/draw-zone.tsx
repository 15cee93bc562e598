import { useFormat } from '../messages/format.ts'
import { hotspotPanel as words } from '../messages/hotspot-panel.ts'
import { useText } from '../messages/text.ts'
import { usePlan } from '../plan/plan-context.ts'
import { useSession } from '../session.ts'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { busyTime, within } from './busy-time.ts'
import type { Explanation } from './hotspot-protocol.ts'
import { smallFigure } from './spot-list.tsx'
import { useHotspotView } from './use-hotspot-view.ts'

/** Begins a patrol zone of the hotspot: its outline, its hours, and what it rests on, all to be changed before it is saved. */
export function DrawZone({
  explanation,
  name,
}: {
  readonly explanation: Explanation
  readonly name: string
}) {
  const t = useText()
  const format = useFormat()
  const plan = usePlan()
  const { layers } = useSession()
  const [{ hours }] = useHotspotView()
  const layer = layers.find(({ group, editable }) => group === 'police' && editable)
  const { outline, byHour, spot, n } = explanation
  const ring = outline[0]?.[0]
  if (!plan || !layer || !ring || n === 0) return null
  const begin = () => {
    const busy = busyTime(hours ? within(byHour, hours) : byHour)
    const hour = (value: number) => `${String(value).padStart(2, '0')}:00`
    const when = busy
      ? t(
          words.busy(
            busy.weekdays.length > 0 ? format.weekdays(busy.weekdays) : '',
            hour(busy.from).slice(0, 2),
            hour(busy.to).slice(0, 2),
            Math.round(100 * busy.share),
          ),
        )
      : ''
    const expected = spot?.expected == null ? null : smallFigure(spot.expected, format)
    plan.resume({
      id: crypto.randomUUID(),
      layer: layer.id,
      sketch: {
        kind: 'Polygon',
        vertices: ring.slice(0, -1).map(([lon, lat]) => [lon, lat]),
        holes: [],
        selected: null,
        finished: true,
      },
      input: {
        title: t(words.zoneTitle(name)),
        basis: t(words.basis(format.number(n), expected, when)).trim(),
        ...(busy && {
          weekdays: busy.weekdays.map(String),
          hours_from: hour(busy.from),
          hours_to: hour(busy.to),
        }),
      },
      at: new Date().toISOString(),
    })
  }
  return (
    <Button size="s" kind="primary" icon={<Icon name="polygon" size={16} />} onClick={begin}>
      {t(words.drawZone)}
    </Button>
  )
}
