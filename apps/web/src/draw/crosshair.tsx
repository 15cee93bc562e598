import { useEffect } from 'react'
import { useMap } from '../map/map-context.ts'
import { draw } from '../messages/draw.ts'
import { useText } from '../messages/text.ts'
import { Button } from '../ui/button.tsx'
import type { Drawing } from './drawing.ts'
import styles from './drawing-bar.module.css'
import { screenOf } from './snap-targets.ts'

/** Aims with the middle of the map: move the map beneath it, and place with the button or Enter. */
export function Crosshair({ drawing }: { readonly drawing: Drawing }) {
  const t = useText()
  const map = useMap()
  useEffect(() => {
    if (!map) return
    const look = () => drawing.hover(centreOf(map), screenOf(map, ''))
    look()
    map.on('move', look)
    return () => void map.off('move', look)
  }, [map, drawing])
  if (!map) return null
  const { x, y } = map.project(map.getCenter())
  return (
    <div className={styles.crosshair} style={{ left: x, top: y }}>
      <svg
        width={44}
        height={44}
        viewBox="0 0 44 44"
        fill="none"
        stroke="currentColor"
        strokeWidth={2}
        aria-hidden="true"
      >
        <path d="M22 2v14M22 28v14M2 22h14M28 22h14" />
        <circle cx={22} cy={22} r={2.5} fill="currentColor" stroke="none" />
      </svg>
      <Button size="s" kind="primary" onClick={() => drawing.click(centreOf(map), screenOf(map, ''))}>
        {t(draw.placeHere)}
      </Button>
    </div>
  )
}

const centreOf = (map: NonNullable<ReturnType<typeof useMap>>) => ({
  ...map.project(map.getCenter()),
  reach: 6,
  free: false,
})
