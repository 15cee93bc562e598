/** Why something cannot be computed from what a user gave: a value, in both languages of the interface. */
export interface Refusal {
  readonly refused: true
  readonly code: string
  readonly text: { readonly sv: string; readonly en: string }
}

export const refuse = (code: string, sv: string, en: string): Refusal => ({
  refused: true,
  code,
  text: { sv, en },
})

export const isRefusal = (value: unknown): value is Refusal =>
  typeof value === 'object' && value !== null && 'refused' in value && value.refused === true
