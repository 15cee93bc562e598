import { dossierSections } from '../messages/dossier.ts'
import { useText } from '../messages/text.ts'
import { Field } from '../ui/field.tsx'
import styles from './section-fields.module.css'
import { type Sections, sectionNames } from './sections.ts'

interface SectionFieldsProps {
  readonly sections: Sections
  /** Null where it is signed, and only read. */
  readonly onChange: ((next: Sections) => void) | null
  /** Section -> what is missing in it, as the server says. */
  readonly missing: Readonly<Record<string, string>>
}

/** The texts of the dossier, one after the other. */
export function SectionFields({ sections, onChange, missing }: SectionFieldsProps) {
  const t = useText()
  return (
    <div className={styles.sections}>
      {sectionNames.map((name, at) => {
        const { title, help } = dossierSections[name]
        const heading = `${at + 1}. ${t(title)}`
        const text = sections[name] ?? ''
        if (!onChange)
          return (
            <section key={name}>
              <h3>{heading}</h3>
              <p className={styles.text}>{text}</p>
            </section>
          )
        return (
          <Field key={name} label={heading} help={t(help)} error={text.trim() ? undefined : missing[name]}>
            {(control) => (
              <textarea
                {...control}
                className={`${control.className} ${styles.area}`}
                maxLength={8000}
                value={text}
                onChange={(event) => onChange({ ...sections, [name]: event.target.value })}
              />
            )}
          </Field>
        )
      })}
    </div>
  )
}
