import type { Text } from '@trygghetskartan/layers'
import { DatabaseProblem, type DatabaseProblemCode } from './database/problem.ts'
import { type FieldError, ProblemError, type ProblemKind } from './errors.ts'

/** What each failure of the database's own is to the caller. */
const kinds: Readonly<Record<DatabaseProblemCode, ProblemKind>> = {
  busy: 'unavailable',
  unavailable: 'unavailable',
  timeout: 'unavailable',
  full: 'disk-full',
  locked: 'unavailable',
  migration: 'unavailable',
  backup: 'internal',
  'row-count': 'internal',
  aborted: 'internal',
}
const secondsToWait = 5
/** What would be written is nothing that its writer could see. */
const withCheckOption = '44000'

interface Refusal extends Error {
  /** SQLSTATE (PostgreSQL manual, appendix A). */
  readonly code: string
  readonly constraint_name?: string
  readonly column_name?: string
}

const isRefusal = (error: unknown): error is Refusal =>
  error instanceof Error && 'code' in error && typeof error.code === 'string'

/** Rules of the database that a person can make sense of, by the name it gives them. */
const rules: Readonly<Record<string, Text>> = {
  status_step: { sv: 'Det steget går inte att ta härifrån.', en: 'That step cannot be taken from here.' },
  photos_per_object: {
    sv: 'Det finns redan 20 bilder. Ta bort någon först.',
    en: 'There are 20 photographs already. Remove one first.',
  },
  decision_text: {
    sv: 'Steget tas med ett beslut: skriv vad som beslutas och varför.',
    en: 'The step is taken with a decision: write what is decided, and why.',
  },
  camera_documented: {
    sv: 'Kameran kan tas i drift först när en signerad intresseavvägning gäller kameran som den är nu.',
    en: 'The camera can be put in operation once a signed dossier is about the camera as it is now.',
  },
  camera_kept: {
    sv: 'Kameran har en signerad intresseavvägning och kan inte tas bort. Avsluta den i stället; den sparas fem år efter det.',
    en: 'The camera has a signed dossier and cannot be removed. End it instead; it is kept five years after that.',
  },
  dossier_stale: {
    sv: 'Uppgifterna från kartan gäller inte kameran som den är nu. Ta fram dem på nytt.',
    en: 'The figures are not about the camera as it is now. Compose them anew.',
  },
  dossier_hours: {
    sv: 'Ange bevakningens tider och lagringstid på kameran.',
    en: 'Give the camera’s hours and storage time.',
  },
  dossier_sections: { sv: 'Ett avsnitt är tomt.', en: 'A section is empty.' },
  presence_zone: { sv: 'Patrullområdet finns inte.', en: 'There is no such patrol zone.' },
  presence_span: {
    sv: 'Sluttiden ska vara efter starttiden, och passet högst ett dygn.',
    en: 'The end must come after the start, at most a day later.',
  },
  presence_past: {
    sv: 'Närvaro antecknas när den har varit, och högst ett år efteråt.',
    en: 'Presence is logged once it has been, at most a year later.',
  },
  presence_withdrawn: { sv: 'Anteckningen är redan återtagen.', en: 'The entry is withdrawn already.' },
  picture_frozen: {
    sv: 'Veckan är fryst. Öppna den igen för att ändra i den.',
    en: 'The week is frozen. Open it again to change it.',
  },
  picture_compiled: { sv: 'Sammanställ veckan först.', en: 'Compile the week first.' },
  picture_not_frozen: {
    sv: 'Frys veckan först: det är den frysta texten som signeras.',
    en: 'Freeze the week first: it is the frozen text that is signed.',
  },
  plan_membership: {
    sv: 'Bara planens medlemmar kan göra det.',
    en: 'Only the plan’s members can do that.',
  },
  plan_person: {
    sv: 'I en plan ingår planerare och poliser med öppet konto.',
    en: 'A plan has planners and police with open accounts as members.',
  },
  masks_near: {
    sv: 'En maskad yta ligger mer än 500 m från kameran. Flytta eller ta bort den.',
    en: 'A masked area is more than 500 m from the camera. Move or remove it.',
  },
  proof_spent: {
    sv: 'Webbläsarens arbete som skydd mot massutskick är redan använt. Skicka igen.',
    en: 'The work of the browser that holds floods off is used already. Send again.',
  },
  luminaire_known: { sv: 'Ljusfilen finns inte.', en: 'There is no such photometric file.' },
  observation_withdrawn_in_time: {
    sv: 'Posten togs emot för mer än ett dygn sedan och kan inte återkallas här. Kontakta den som tar emot posterna.',
    en: 'The entry came in more than a day ago and cannot be taken back here. Speak to those who receive the entries.',
  },
  plan_owner: { sv: 'En plan har alltid minst en ägare.', en: 'A plan always has at least one owner.' },
  comments_per_plan: {
    sv: 'Planen har redan 2000 kommentarer. Ta bort någon först.',
    en: 'The plan has 2000 comments already. Remove one first.',
  },
  stands_per_plan: {
    sv: 'Planen har redan 500 namngivna versioner.',
    en: 'The plan has 500 named versions already.',
  },
  problem_step: { sv: 'Det steget går inte att ta härifrån.', en: 'That step cannot be taken from here.' },
  problem_kept: {
    sv: 'Ett beslutat problem tas inte bort. Avsluta det i stället.',
    en: 'A problem that was adopted is not removed. Close it instead.',
  },
  problem_outcome: {
    sv: 'Skriv vad det ledde till innan problemet avslutas.',
    en: 'Write what came of it before the problem is closed.',
  },
  problem_reading: {
    sv: 'Skriv in ett mätvärde först: utan det är målet inte uppföljt.',
    en: 'Write down a reading first: without one the goal is not followed up.',
  },
  problem_adopted: {
    sv: 'Ett beslutat problem har ett mål, en ansvarig, ett datum och en beslutande.',
    en: 'A problem that is adopted has a goal, somebody who answers for it, a day, and who adopted it.',
  },
  problem_base: { sv: 'Ange både utgångsvärde och datum.', en: 'Give both base value and day.' },
  problem_target: { sv: 'Ange både målvärde och datum.', en: 'Give both target and day.' },
  problem_target_later: {
    sv: 'Målet ska ligga efter utgångsvärdets datum.',
    en: 'The target has to be later than the base value.',
  },
  problem_measure: { sv: 'Det är ingen åtgärd som finns.', en: 'There is no such measure.' },
  problem_draft: {
    sv: 'Åtgärden är ett utkast i en plan. Föreslå den först.',
    en: 'The measure is a draft of a plan. Propose it first.',
  },
  evidence_per_problem: {
    sv: 'Problemet har redan 200 underlag. Ta bort något först.',
    en: 'The problem has 200 pieces of evidence already. Remove one first.',
  },
  evidence_period: { sv: 'Perioden slutar innan den börjar.', en: 'The period ends before it begins.' },
  operation_problem: {
    sv: 'Ett av problemen som insatsen svarar mot finns inte längre.',
    en: 'One of the problems that the operation answers to is not there any more.',
  },
  operation_time: {
    sv: 'Insatsen ska sluta efter att den börjat, och inom ett år.',
    en: 'The operation has to end after it begins, and within a year.',
  },
  remark_walk: { sv: 'Vandringen finns inte.', en: 'There is no such walk.' },
  remarks_per_walk: {
    sv: 'Vandringen har redan 200 anmärkningar.',
    en: 'The walk has 200 remarks already.',
  },
  remark_answered: {
    sv: 'Skriv svaret, och vem som gör det och när.',
    en: 'Write the answer, and who does it and when.',
  },
  walk_earlier: {
    sv: 'En återvandring följer upp en vandring som gjordes före den.',
    en: 'A second walk follows up one that was made before it.',
  },
  agreement_period: {
    sv: 'Avtalet ska sluta efter att det börjat, och gälla högst fyra år.',
    en: 'The agreement has to end after it begins, and hold four years at most.',
  },
  agreement_years: {
    sv: 'Ett löfte under avtalet gäller ett år utanför den tiden.',
    en: 'A promise under the agreement is of a year outside that time.',
  },
  commitments_agreement_fkey: {
    sv: 'Det finns löften under avtalet, eller så finns avtalet inte.',
    en: 'There are promises under the agreement, or there is no such agreement.',
  },
  commitment_year: {
    sv: 'Avtalet gäller inte det året.',
    en: 'The agreement does not hold that year.',
  },
  commitment_step: { sv: 'Det steget går inte att ta härifrån.', en: 'That step cannot be taken from here.' },
  commitment_kept: {
    sv: 'Ett publicerat löfte tas inte bort. Skriv hur det går i stället.',
    en: 'A promise that was published is not removed. Write how it goes instead.',
  },
  commitment_address: {
    sv: 'Ett publicerat löfte behåller sitt år och nummer.',
    en: 'A published promise keeps its year and number.',
  },
  commitment_base: { sv: 'Ange både utgångsvärde och datum.', en: 'Give both base value and day.' },
  commitment_target: { sv: 'Ange både målvärde och datum.', en: 'Give both target and day.' },
  commitment_target_later: {
    sv: 'Målet ska ligga efter utgångsvärdets datum.',
    en: 'The target has to be later than the base value.',
  },
  commitment_direction: {
    sv: 'Målvärdet ligger åt fel håll från utgångsvärdet.',
    en: 'The target lies in the wrong direction from the base value.',
  },
  commitment_object: {
    sv: 'Länka bara till det som finns i ett lager som allmänheten ser.',
    en: 'Link only to what is there in a layer that the public sees.',
  },
  commitment_unpublished: {
    sv: 'Publicera löftet först: utvärderingen är av det som lovades öppet.',
    en: 'Publish the promise first: the evaluation is of what was promised openly.',
  },
  commitment_no_evaluation: {
    sv: 'Skriv utvärderingen och resultatet först.',
    en: 'Write the evaluation and the result first.',
  },
  commitment_too_early: {
    sv: 'Utvärderingen signeras från den 1 december det år löftet gäller.',
    en: 'The evaluation is signed from 1 December of the year of the promise.',
  },
  shares_per_plan: {
    sv: 'Planen har redan 50 länkar som gäller. Återkalla någon först.',
    en: 'The plan has 50 open links already. Revoke one first.',
  },
}
const otherRule: Text = { sv: 'Värdet är inte tillåtet här.', en: 'The value is not allowed here.' }

const fieldErrors = ({ column_name, constraint_name }: Refusal): FieldError[] => [
  {
    field: column_name ?? constraint_name ?? '',
    message: (constraint_name && rules[constraint_name]) || otherRule,
  },
]

/** What a database error means to the caller; undefined where it is our own fault. */
export function problemOfDatabase(error: unknown): ProblemError | undefined {
  if (error instanceof DatabaseProblem) {
    const kind = kinds[error.code]
    return new ProblemError(kind, error.text, kind === 'unavailable' ? { retryAfter: secondsToWait } : {})
  }
  if (!isRefusal(error)) return undefined
  if (error.constraint_name === 'last_administrator')
    return new ProblemError('conflict', {
      sv: 'Det måste finnas minst en administratör. Ge någon annan rollen först.',
      en: 'There must be at least one administrator. Give somebody else the role first.',
    })
  if (error.constraint_name === 'picture_signed' || error.constraint_name === 'picture_signed_twice')
    return new ProblemError('conflict', {
      sv: 'Veckan är redan signerad och ändras inte mer.',
      en: 'The week is signed already and does not change any more.',
    })
  if (error.constraint_name === 'commitment_closed')
    return new ProblemError('conflict', {
      sv: 'Löftet är utvärderat och signerat. Det ändras inte mer.',
      en: 'The promise is evaluated and signed. It does not change any more.',
    })
  if (error.constraint_name === 'commitment_number')
    return new ProblemError('conflict', {
      sv: 'Det finns redan ett löfte med det numret det året.',
      en: 'There is a promise with that number that year already.',
    })
  if (error.code === '23505') return new ProblemError('conflict')
  if (error.code === '42501' || error.code === withCheckOption) return new ProblemError('forbidden')
  const badValue =
    error.code === '23502' || error.code === '23503' || error.code === '23514' || error.code.startsWith('22')
  return badValue ? new ProblemError('invalid', undefined, { errors: fieldErrors(error) }) : undefined
}
