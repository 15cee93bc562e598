import { findSensitive } from '@trygghetskartan/formats/sensitive-text'
import { ProblemError } from './errors.ts'

/** 422 where a text, by its field's name, may point out a person. */
export function refusePersons(texts: Readonly<Record<string, string | null | undefined>>): void {
  for (const [field, text] of Object.entries(texts)) {
    const [find] = findSensitive(text ?? '')
    if (!find) continue
    const message = {
      sv: `”${find.text}” kan peka ut en person. Skriv utan namn, nummer och skyltar.`,
      en: `“${find.text}” may point out a person. Write without names, numbers and plates.`,
    }
    throw new ProblemError('invalid', undefined, { errors: [{ field, message }] })
  }
}
