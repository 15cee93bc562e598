import { useFlavour } from '../map/map-context.ts'
import type { MapLayer } from '../map/map-style.ts'
import { useText } from '../messages/text.ts'
import { Chip } from './chip.tsx'
import styles from './status-chip.module.css'

/** A category in words beside its legend colour. */
export function StatusChip({ layer, value }: { readonly layer: MapLayer; readonly value: string }) {
  const t = useText()
  const flavour = useFlavour()
  const row = layer.legend.find((one) => one.value === value)
  const title =
    row?.title ??
    layer.fields.find(({ name }) => name === layer.categoryBy)?.options?.find((one) => one.value === value)
      ?.title
  return (
    <Chip
      mark={<span className={styles.dot} style={{ background: row?.colour[flavour] }} aria-hidden="true" />}
    >
      {title ? t(title) : value}
    </Chip>
  )
}
