import { useFlavour } from '../map/map-context.ts'
import type { MapLayer } from '../map/map-style.ts'
import { LayerIcon } from '../ui/icon.tsx'
import styles from './swatch.module.css'

interface SwatchProps {
  readonly layer: MapLayer
  /** A category's value; the layer's first category otherwise. */
  readonly value?: string
}

/** A sample of how a layer is drawn: a point with its icon, a line, or an area, in the legend's own colour. */
export function Swatch({ layer, value }: SwatchProps) {
  const flavour = useFlavour()
  const row = layer.legend.find((one) => one.value === value) ?? layer.legend[0]
  const kind = layer.geometry.includes('Point')
    ? 'point'
    : layer.geometry.includes('LineString')
      ? 'line'
      : 'area'
  return (
    <span
      className={styles.swatch}
      data-kind={kind}
      style={{ color: row?.colour[flavour] }}
      aria-hidden="true"
    >
      {kind === 'point' && value === undefined && <LayerIcon path={layer.icon} size={13} />}
    </span>
  )
}
