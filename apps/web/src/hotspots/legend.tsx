import { useFlavour } from '../map/map-context.ts'
import { useFormat } from '../messages/format.ts'
import { classWords, hotspotResults as words } from '../messages/hotspot-results.ts'
import { useText } from '../messages/text.ts'
import { classPaint, giClasses } from './gi-ramp.ts'
import type { GiFigure } from './hotspot-protocol.ts'
import styles from './legend.module.css'

/** What each colour of the map means in words, and how many cells have it. Colours that are not on the map are left out. */
export function GiLegend({ figure }: { readonly figure: GiFigure }) {
  const t = useText()
  const format = useFormat()
  const flavour = useFlavour()
  return (
    <section aria-label={t(words.legend)}>
      <ul className={styles.legend}>
        {giClasses
          .filter((one) => one >= 0 || (figure.classes[one] ?? 0) > 0)
          .map((one) => {
            const { fill, cover, line, width } = classPaint(one, flavour)
            return (
              <li key={one}>
                <svg className={styles.swatch} viewBox="0 0 20 14" aria-hidden="true">
                  <rect
                    x={1}
                    y={1}
                    width={18}
                    height={12}
                    rx={2}
                    fill={fill}
                    fillOpacity={cover}
                    stroke={line}
                    strokeWidth={Math.max(0.5, width)}
                  />
                </svg>
                <span>{t(classWords[one])}</span>
                <span className={styles.number}>{format.number(figure.classes[one] ?? 0)}</span>
              </li>
            )
          })}
      </ul>
    </section>
  )
}
