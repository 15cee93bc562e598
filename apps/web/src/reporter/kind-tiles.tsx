import type { ObservationKind } from '@trygghetskartan/api/contract-observations'
import { reporter as words } from '../messages/reporter.ts'
import { useText } from '../messages/text.ts'
import { KindIcon } from './kind-icon.tsx'
import styles from './kind-tiles.module.css'

interface KindTilesProps {
  readonly kinds: readonly ObservationKind[]
  readonly onPick: (kind: string) => void
}

/** What: one tile for each kind, within reach of a thumb. */
export function KindTiles({ kinds, onPick }: KindTilesProps) {
  const t = useText()
  return (
    <section className={styles.what}>
      <header>
        <h2>{t(words.what)}</h2>
        <p>{t(words.whatHelp)}</p>
      </header>
      <ul className={styles.tiles}>
        {kinds.map(({ kind, title }) => (
          <li key={kind}>
            <button type="button" className={styles.tile} onClick={() => onPick(kind)}>
              <KindIcon kind={kind} />
              <span>{t(title)}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
