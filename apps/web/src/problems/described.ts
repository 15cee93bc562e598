import type { FieldDescription, Text } from '@trygghetskartan/api/contract'

const section: Text = { sv: '', en: '' }

/** A field of a form of problems or operations; everything but name, control and title may be left out. */
export const described = (
  name: string,
  control: FieldDescription['control'],
  title: Text,
  more: Partial<FieldDescription> = {},
): FieldDescription => ({ name, control, title, required: false, readOnly: false, section, ...more })

/** Lines of a text as a list, without empty ones. */
export const linesOf = (text: unknown): string[] =>
  String(text ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
