import { proposal as words } from '../messages/proposal.ts'
import { kindHelp, kindTitles } from '../messages/proposal-kinds.ts'
import { useText } from '../messages/text.ts'
import { FieldSet } from '../ui/field.tsx'
import styles from './ask.module.css'
import type { FormPart } from './figure.tsx'
import { Figure } from './figure.tsx'
import shared from './proposal.module.css'
import { meansKinds } from './proposal-form.ts'

/** Which measures may be proposed, and for how much. */
export function KindsPart(part: FormPart) {
  const t = useText()
  const { form, problems, onChange } = part
  return (
    <>
      <FieldSet label={t(words.kinds)} error={problems.kinds && t(problems.kinds)}>
        <div className={styles.kinds}>
          {meansKinds.map((kind) => (
            <label key={kind}>
              <input
                type="checkbox"
                checked={form.kinds.includes(kind)}
                onChange={(event) =>
                  onChange({
                    kinds: event.target.checked
                      ? meansKinds.filter((one) => one === kind || form.kinds.includes(one))
                      : form.kinds.filter((one) => one !== kind),
                  })
                }
              />
              <span>
                <strong>{t(kindTitles[kind])}</strong>
                <small>{t(kindHelp[kind])}</small>
              </span>
            </label>
          ))}
        </div>
      </FieldSet>
      <section className={styles.group}>
        <h3>{t(words.budget)}</h3>
        <div className={shared.pair}>
          <Figure {...part} name="investment" />
          <Figure {...part} name="yearly" />
        </div>
        <Figure {...part} name="most" />
        <p className={shared.help}>{t(words.budgetHelp)}</p>
      </section>
    </>
  )
}
