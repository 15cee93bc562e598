import type { CommitmentFields } from '../contract-commitments.ts'
import { refusePersons } from '../no-persons.ts'

type Texts = Partial<Omit<CommitmentFields, 'owner'>> & { evaluation?: string; role?: string }

/** 422 where any text of a promise may point out a person: all of it is told to everybody. */
export function refusePersonsIn(given: Texts): void {
  const { title, text, why, indicator, unit, evaluation, role } = given
  const lists = [
    ...(given.grounds ?? []).map((one) => ({ grounds: [one.title, one.text, one.source].join('\n') })),
    ...(given.activities ?? []).map((one) => ({ activities: [one.title, one.who, one.place].join('\n') })),
    ...(given.readings ?? []).map(({ note }) => ({ readings: note })),
  ]
  for (const texts of [{ title, text, why, indicator, unit, evaluation, role }, ...lists])
    refusePersons(texts)
}
