import { methodWords, hotspots as words } from '../messages/hotspots.ts'
import { useText } from '../messages/text.ts'
import { Field } from '../ui/field.tsx'
import { type Method, methods } from './hotspot-view.ts'
import { useHotspotView } from './use-hotspot-view.ts'

/** Which question is asked, in plain words. */
export function MethodChoice() {
  const t = useText()
  const [view, change] = useHotspotView()
  const method = view.method ?? 'gi'
  return (
    <Field label={t(words.method)} help={t(methodWords[method].help)}>
      {(control) => (
        <select
          {...control}
          value={method}
          onChange={(event) => {
            const next = event.target.value as Method
            change({ method: next === 'gi' ? undefined : next })
          }}
        >
          {methods.map((one) => (
            <option key={one} value={one}>
              {t(methodWords[one].title)}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}
