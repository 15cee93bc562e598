import type { ReleaseAnswer } from '@trygghetskartan/api/contract-releases'
import type { Level } from '@trygghetskartan/privacy'
import { safetyMap as words } from '../messages/safety-map.ts'
import { useText } from '../messages/text.ts'
import styles from './safety-map.module.css'

const levels: readonly Level[] = ['many', 'some', 'none_or_few']

/** A square as the map draws it: told by its dots and its line as well as by its colour. */
export function LevelMark({ level }: { readonly level: Level }) {
  return (
    <span className={styles.mark} data-level={level} aria-hidden="true">
      {level === 'many' ? '•••' : level === 'some' ? '•' : ''}
    </span>
  )
}

/** What the squares mean, in words. */
export function Legend({ rules: { threshold, many } }: Pick<ReleaseAnswer, 'rules'>) {
  const t = useText()
  const help = {
    none_or_few: words.fewHelp(threshold),
    some: words.someHelp(threshold, many - 1),
    many: words.manyHelp(many),
  }
  return (
    <section aria-labelledby="legend" className={styles.legend}>
      <h3 id="legend">{t(words.legend)}</h3>
      <ul>
        {levels.map((level) => (
          <li key={level}>
            <LevelMark level={level} />
            <span>
              <strong>{t(words[level])}</strong> <span className={styles.soft}>{t(help[level])}</span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
