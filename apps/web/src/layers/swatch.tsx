import { useFlavour } from '../map/map-context.ts'
import type { MapLayer } from '../map/map-style.ts'
import { LayerIcon } from '../ui/icon.tsx'
import styles from './swatch.module.css'

interface SwatchProps {
  readonly layer: MapLayer
  /** A category's value; without one the sample is in the ink of the page, since the layer has many colours. */
  readonly value?: string
  /** A legend's row: the colour alone, the icon stands above it already. */
  readonly plain?: boolean
}

/** A sample of how a layer is drawn: a point with its icon, a line, or an area, in the category's own colour, hollow, ringed, filled or faint as on the map. */
export function Swatch({ layer, value, plain = false }: SwatchProps) {
  const flavour = useFlavour()
  const row = layer.legend.find((one) => one.value === value)
  const kind = layer.geometry.includes('Point')
    ? 'point'
    : layer.geometry.includes('LineString')
      ? 'line'
      : 'area'
  return (
    <span
      className={styles.swatch}
      data-kind={kind}
      data-plain={plain || undefined}
      data-mark={row?.mark}
      style={{ color: row?.colour[flavour] }}
      aria-hidden="true"
    >
      {!plain && <LayerIcon path={layer.icon} size={kind === 'point' ? 13 : 12} />}
    </span>
  )
}
