import { memo } from 'react'
import { useFlavour } from '../map/map-context.ts'
import { useFormat } from '../messages/format.ts'
import { hotspots as words } from '../messages/hotspots.ts'
import { useText } from '../messages/text.ts'
import type { Counts } from './hotspot-protocol.ts'
import styles from './hotspots.module.css'
import { useHotspotView } from './use-hotspot-view.ts'
import type { KindGroup } from './use-kinds.ts'

interface KindsChoiceProps {
  readonly groups: readonly KindGroup[]
  readonly byKind: Counts['byKind']
}

/** How many of each kind, the most common first, and which of them count. */
export const KindsChoice = memo(function KindsChoice({ groups, byKind }: KindsChoiceProps) {
  const t = useText()
  const format = useFormat()
  const flavour = useFlavour()
  const [{ kinds = [] }, change] = useHotspotView()
  const held = new Set(kinds)
  const nOf = (codes: readonly string[]) => codes.reduce((sum, code) => sum + (byKind[code] ?? 0), 0)
  const rows = groups
    .map((group) => ({
      group,
      n: nOf([...new Set([group.id, ...group.kinds.map(({ code }) => code)])]),
      own: group.kinds
        .map((kind) => ({ kind, n: nOf([kind.code]) }))
        .filter(({ n, kind }) => n > 0 && kind.code !== group.id)
        .toSorted((a, b) => b.n - a.n),
    }))
    .filter(({ n, group }) => n > 0 || held.has(group.id))
    .toSorted((a, b) => b.n - a.n)
  const most = Math.max(1e-9, ...rows.map(({ n }) => n))
  const set = (codes: readonly string[], on: boolean, without: readonly string[] = []) => {
    const next = [
      ...kinds.filter((one) => !codes.includes(one) && !without.includes(one)),
      ...(on ? codes : []),
    ]
    change({ kinds: next.length > 0 ? next : undefined })
  }
  const bar = (n: number, colour: string) => (
    <span className={styles.bar} aria-hidden="true">
      <span style={{ width: `${(100 * n) / most}%`, background: colour }} />
    </span>
  )
  return (
    <section aria-label={t(words.kinds)} className={styles.part}>
      <h3 className={styles.heading}>{t(words.kinds)}</h3>
      <p className={styles.help}>{t(words.kindsHelp)}</p>
      <ul className={styles.kinds} data-choosing={kinds.length > 0 || undefined}>
        {rows.map(({ group, n, own }) => (
          <li key={group.id}>
            <label data-on={held.has(group.id) || undefined}>
              <input
                type="checkbox"
                checked={held.has(group.id)}
                onChange={(event) =>
                  set(
                    [group.id],
                    event.target.checked,
                    group.kinds.map(({ code }) => code),
                  )
                }
              />
              <span>{t(group.title)}</span>
              <span className={styles.figure}>{format.number(Math.round(n))}</span>
              {bar(n, group.colour[flavour])}
            </label>
            {own.length > 0 && (
              <details className={styles.own} open={own.some(({ kind }) => held.has(kind.code)) || undefined}>
                <summary>{t(words.ownKinds(own.length))}</summary>
                <ul className={styles.kinds}>
                  {own.map(({ kind, n: count }) => (
                    <li key={kind.code}>
                      <label data-on={held.has(kind.code) || held.has(group.id) || undefined}>
                        <input
                          type="checkbox"
                          checked={held.has(kind.code)}
                          onChange={(event) => set([kind.code], event.target.checked, [group.id])}
                        />
                        <span>{t(kind.title)}</span>
                        <span className={styles.figure}>{format.number(Math.round(count))}</span>
                        {bar(count, group.colour[flavour])}
                      </label>
                    </li>
                  ))}
                </ul>
              </details>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
})
