import { useMemo, useState } from 'react'
import { useFlavour } from '../map/map-context.ts'
import { composeStyle, type MapLayer } from '../map/map-style.ts'
import { PlainMap } from '../map/plain-map.tsx'
import styles from './around.module.css'

interface AreaMapProps {
  readonly layers: readonly MapLayer[]
  readonly bounds: readonly [number, number, number, number]
  readonly label: string
}

/** Layers on a map of their own; the list beside it says the same. */
export function AreaMap({ layers, bounds, label }: AreaMapProps) {
  const flavour = useFlavour()
  const [broken, setBroken] = useState(false)
  const style = useMemo(
    () => composeStyle({ flavour, layers, view: { without: {}, hidden: [] }, origin: location.origin }),
    [flavour, layers],
  )
  const icons = useMemo(() => Object.fromEntries(layers.map(({ id, icon }) => [id, icon])), [layers])
  if (broken) return null
  return (
    <PlainMap
      className={styles.map}
      style={style}
      bounds={bounds}
      icons={icons}
      label={label}
      onFailure={() => setBroken(true)}
    />
  )
}
