import { useFormat } from '../messages/format.ts'
import { siting as words } from '../messages/siting.ts'
import { useText } from '../messages/text.ts'
import type { FormInput } from '../plan/form-values.ts'
import { parseNumber, writeNumber } from '../plan/form-values.ts'
import type { Plan } from '../plan/plan-context.ts'
import { Choices } from './choices.tsx'

/** Usual fixed lenses, millimetres. */
const lenses = [2.8, 4, 6, 8, 12] as const
/** Usual sensors as data sheets give them: the part of an inch they are named by, and their width in millimetres. */
const sensors = [
  { part: 3, width: 4.8 },
  { part: 2.8, width: 5.4 },
  { part: 1.8, width: 7.2 },
] as const
/** Usual pictures in pixels, by millions of them. */
const pictures = [
  { megapixels: 2, across: 1920, down: 1080 },
  { megapixels: 4, across: 2560, down: 1440 },
  { megapixels: 8, across: 3840, down: 2160 },
] as const

interface LensPresetsProps {
  readonly input: FormInput
  /** Role -> column, as the layer says. */
  readonly columns: Readonly<Record<string, string>>
  readonly onFill: Plan['fill']
}

/** Usual lenses, sensors and pictures, which fill the form's fields. */
export function LensPresets({ input, columns, onFill }: LensPresetsProps) {
  const t = useText()
  const format = useFormat()
  const now = (role: string) => parseNumber(String(input[columns[role] ?? ''] ?? ''))
  const fill = (role: string, value: number | null) => {
    const column = columns[role]
    if (column) onFill(column, value === null ? '' : writeNumber(value))
  }
  const wide = now('fieldOfView') !== null
  return (
    <>
      <Choices
        label={t(words.lens)}
        options={lenses.map((value) => ({ value, title: t(words.millimetres(format.number(value))) }))}
        chosen={wide ? null : (lenses.find((one) => one === now('focalLength')) ?? null)}
        onChoose={(value) => {
          fill('focalLength', value)
          // A typed angle wins over the lens: the choice is meant to hold.
          if (wide) fill('fieldOfView', null)
        }}
      />
      <Choices
        label={t(words.sensor)}
        options={sensors.map(({ part, width }) => ({ value: width, title: `1/${format.number(part)}″` }))}
        chosen={sensors.find(({ width }) => width === now('sensorWidth'))?.width ?? null}
        onChoose={(value) => fill('sensorWidth', value)}
      />
      <Choices
        label={t(words.resolution)}
        options={pictures.map(({ megapixels }) => ({
          value: megapixels,
          title: t(words.megapixels(megapixels)),
        }))}
        chosen={
          pictures.find(({ across, down }) => across === now('across') && (now('down') ?? down) === down)
            ?.megapixels ?? null
        }
        onChoose={(value) => {
          const picture = pictures.find(({ megapixels }) => megapixels === value)!
          fill('across', picture.across)
          fill('down', picture.down)
        }}
      />
    </>
  )
}
