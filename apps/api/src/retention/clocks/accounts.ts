import type { ClockRule } from './clock.ts'

export const importRejects = {
  kind: 'import-rejects',
  title: { sv: 'Avvisade importrader', en: 'Refused rows of imports' },
  rule: {
    sv: 'Raderna som en import avvisade tas bort. Att importen gjordes står kvar.',
    en: 'The rows that an import refused are removed. That it was made stays.',
  },
  keep: 'P90D',
  from: { sv: 'när importen gjordes', en: 'when the import was made' },
} as const satisfies ClockRule

export const imports = {
  kind: 'imports',
  title: { sv: 'Importer', en: 'Imports' },
  rule: { sv: 'Uppgiften om vem som importerade vad tas bort.', en: 'Who imported what is removed.' },
  keep: 'P5Y',
  from: { sv: 'när importen gjordes', en: 'when the import was made' },
} as const satisfies ClockRule

export const signIns = {
  kind: 'sign-ins',
  title: { sv: 'Påbörjade inloggningar', en: 'Sign-ins begun' },
  rule: {
    sv: 'Inloggningar som aldrig slutfördes tas bort.',
    en: 'Sign-ins that were never finished are removed.',
  },
  keep: 'P1D',
  from: { sv: 'när de slutade gälla', en: 'when they were no longer of use' },
} as const satisfies ClockRule

export const sessions = {
  kind: 'sessions',
  title: { sv: 'Avslutade sessioner', en: 'Ended sessions' },
  rule: {
    sv: 'Sessionens nätadress och webbläsare tas bort. Pågående sessioner berörs inte.',
    en: 'The session goes with its address and browser. Open ones are not touched.',
  },
  keep: 'P90D',
  from: { sv: 'när sessionen tog slut', en: 'when the session ended' },
  open: true,
} as const satisfies ClockRule

export const tokens = {
  kind: 'tokens',
  title: { sv: 'Nycklar för program', en: 'Tokens for machines' },
  rule: {
    sv: 'Återkallade och utgångna nycklar tas bort. Vad de användes till står i spårloggen.',
    en: 'Revoked and expired tokens are removed. What they were used for stands in the audit trail.',
  },
  keep: 'P1Y',
  from: { sv: 'när nyckeln återkallades eller gick ut', en: 'when the token was revoked or expired' },
} as const satisfies ClockRule

export const accounts = {
  kind: 'accounts',
  title: { sv: 'Konton som inte används', en: 'Accounts not in use' },
  rule: {
    sv: 'Namn och e-postadress raderas. Vad kontot har gjort står kvar under en pseudonym.',
    en: 'Name and e-mail address are erased. What the account has done stays under a pseudonym.',
  },
  keep: 'P2Y',
  from: { sv: 'senaste besöket', en: 'the last visit' },
  open: true,
} as const satisfies ClockRule

export const audit = {
  kind: 'audit',
  title: { sv: 'Spårlogg', en: 'Audit trail' },
  rule: {
    sv: 'De äldsta posterna tas bort i ordning. Kedjan går fortfarande att kontrollera från den post där den nu börjar.',
    en: 'The oldest entries are removed in order. The chain can still be verified from the entry where it now begins.',
  },
  keep: 'P5Y',
  from: { sv: 'när posten skrevs', en: 'when the entry was written' },
  open: true,
} as const satisfies ClockRule
