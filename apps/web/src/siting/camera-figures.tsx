import type { CameraReport } from '@trygghetskartan/siting'
import { memo } from 'react'
import { useFormat } from '../messages/format.ts'
import { siting as words } from '../messages/siting.ts'
import { useText } from '../messages/text.ts'
import { Figures } from './figures.tsx'

/** What one looks at first while a camera is dragged. */
export const CameraFigures = memo(function CameraFigures({
  report,
  busy,
}: {
  readonly report: CameraReport
  readonly busy: boolean
}) {
  const t = useText()
  const format = useFormat()
  const { area, homes } = report
  const metres2 = (value: number) => t(words.squareMetres(format.number(Math.round(value))))
  const nearest = Math.min(...report.zones.map(({ near }) => near))
  return (
    <Figures
      busy={busy}
      figures={[
        {
          title: t(words.seen),
          value: metres2(area.seen),
          note: area.masked > 0 ? `${t(words.masked)} ${metres2(area.masked)}` : undefined,
        },
        {
          title: t(words.homes),
          value: format.number(homes.n),
          note: t(words.facadeOf(`${format.number(Math.round(homes.facade))} m`)),
          tone: homes.n > 0 ? 'warning' : 'good',
        },
        { title: t(words.blind), value: metres2(area.blind) },
        {
          title: t(words.deadZone),
          value: `${format.number(Number.isFinite(nearest) ? Math.round(nearest * 10) / 10 : 0)} m`,
          note: t(words.deadZoneNote),
        },
      ]}
    />
  )
})
