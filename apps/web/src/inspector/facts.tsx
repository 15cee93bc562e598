import type { FieldDescription, Properties } from '@trygghetskartan/api/contract'
import { ObjectName } from '../dialogues/object-name.tsx'
import type { MapLayer } from '../map/map-style.ts'
import { useFormat } from '../messages/format.ts'
import { useText } from '../messages/text.ts'
import { usePlanTitle } from '../plans/use-plans.ts'
import { useLuminaireName } from '../siting/use-luminaires.ts'
import { StatusChip } from '../ui/status-chip.tsx'
import styles from './facts.module.css'

/** What it is for, said first and in full. */
const leadField = 'public_text'
/** Told apart already: the title stands on top and the mark of demonstration beside it. */
const elsewhere = new Set(['title', 'demo', leadField])

/** An object's fields in words, by section; empty ones are left out. */
export function Facts({ layer, properties }: { readonly layer: MapLayer; readonly properties: Properties }) {
  const t = useText()
  const format = useFormat()
  const planTitle = usePlanTitle(layer.fields)
  const luminaireName = useLuminaireName(layer.fields)
  const told = layer.fields
    .filter((field) => !elsewhere.has(field.name))
    .map((field) => ({
      field,
      words:
        field.control === 'plan'
          ? planTitle(properties[field.name])
          : field.control === 'luminaire'
            ? luminaireName(properties[field.name])
            : format.field(field, properties[field.name]),
    }))
    .filter(({ words }) => words !== '')
  const sections = Map.groupBy(told, ({ field }) => t(field.section))
  const lead = properties[leadField]
  return (
    <>
      {typeof lead === 'string' && lead && <p className={styles.lead}>{lead}</p>}
      {[...sections].map(([title, facts]) => (
        <section key={title} className={styles.section}>
          <h3>{title}</h3>
          <dl>
            {facts.map(({ field, words }) => (
              <div key={field.name} className={styles.fact} data-long={isLong(field) || undefined}>
                <dt>{t(field.title)}</dt>
                <dd>
                  {field.name === layer.categoryBy ? (
                    <StatusChip layer={layer} value={String(properties[field.name])} />
                  ) : (
                    <Words field={field} words={words} value={properties[field.name]} />
                  )}
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </>
  )
}

/** An object is named by what it is called, and leads to it. */
function Words({ field, words, value }: { field: FieldDescription; words: string; value: unknown }) {
  return field.control === 'object' ? <ObjectName id={String(value)} /> : words
}

const isLong = (field: FieldDescription) => field.control === 'longtext'
