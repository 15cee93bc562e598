import { type ComponentProps, useState } from 'react'
import { PlainMap } from '../map/plain-map.tsx'
import { reportWords as words } from '../messages/moderation-report.ts'
import { useText } from '../messages/text.ts'
import { Note } from '../ui/note.tsx'

interface DrawnMapProps
  extends Pick<ComponentProps<typeof PlainMap>, 'style' | 'bounds' | 'label' | 'onReady'> {
  readonly className: string | undefined
}

/** A map of reports, or that none can be drawn here. */
export function DrawnMap({ className, ...map }: DrawnMapProps) {
  const t = useText()
  const [drawable, setDrawable] = useState(true)
  if (!drawable) return <Note tone="warning">{t(words.noMap)}</Note>
  return (
    <div className={className}>
      <PlainMap {...map} className={undefined} icons={{}} onFailure={() => setDrawable(false)} />
    </div>
  )
}
