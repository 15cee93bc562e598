import type { Text } from './description.ts'

/** Headings of a form, shared by the layers so that the same thing stands under the same word. */
export const sections = {
  what: { sv: 'Vad', en: 'What' },
  when: { sv: 'När', en: 'When' },
  who: { sv: 'Ansvar', en: 'Responsibility' },
  cost: { sv: 'Kostnad', en: 'Cost' },
  texts: { sv: 'Texter', en: 'Texts' },
  light: { sv: 'Ljus', en: 'Light' },
  optics: { sv: 'Kamera och optik', en: 'Camera and lens' },
  privacy: { sv: 'Integritet', en: 'Privacy' },
  result: { sv: 'Resultat', en: 'Result' },
  source: { sv: 'Källa', en: 'Source' },
  record: { sv: 'Registeruppgifter', en: 'Record' },
} as const satisfies Record<string, Text>
