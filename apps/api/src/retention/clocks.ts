import type { Text } from '@trygghetskartan/layers'

export type ClockKind =
  | 'photos'
  | 'notes'
  | 'history'
  | 'removed'
  | 'reports'
  | 'incidents'
  | 'police-incidents'
  | 'observations'
  | 'presence'
  | 'cameras'
  | 'dossiers'
  | 'decisions'
  | 'plan-shares'
  | 'problems'
  | 'operations'
  | 'siting-runs'
  | 'analyses'
  | 'pictures'
  | 'import-rejects'
  | 'imports'
  | 'sign-ins'
  | 'sessions'
  | 'tokens'
  | 'accounts'
  | 'audit'

/** How long one kind of thing is kept. */
export interface Clock {
  readonly kind: ClockKind
  readonly title: Text
  /** What is kept, why, and what happens then. */
  readonly rule: Text
  /** ISO 8601. */
  readonly keep: string
  /** No configuration may make it shorter. */
  readonly least?: string
  /** What the time counts from. */
  readonly from: Text
}

/** [2nd] Documentation of camera surveillance is saved five years after it ends. */
const cameraDocumentation = 'P5Y'

/**
 * Every clock, in the order a run takes them: what hangs on something else before that, so that a run removes what the dry run counted.
 * Where the law gives no figure the municipality's own plan for its documents decides: these are where it starts from.
 */
export const clocks: readonly Clock[] = [
  {
    kind: 'photos',
    title: { sv: 'Fotografier', en: 'Photographs' },
    rule: {
      sv: 'Fotografier av platser tas bort. Kamerors fotografier hör till dokumentationen och följer kameran.',
      en: 'Photographs of places are removed. Those of cameras belong to the documentation and go with the camera.',
    },
    keep: 'P5Y',
    from: { sv: 'när de lades till', en: 'when they were added' },
  },
  {
    kind: 'notes',
    title: { sv: 'Anteckningar', en: 'Notes' },
    rule: {
      sv: 'Anteckningar bredvid objekt tas bort. De som står vid kameror hör till dokumentationen och följer kameran.',
      en: 'Notes beside objects are removed. Those beside cameras belong to the documentation and go with the camera.',
    },
    keep: 'P5Y',
    from: { sv: 'när de skrevs', en: 'when they were written' },
  },
  {
    kind: 'history',
    title: { sv: 'Ändringshistorik', en: 'History of changes' },
    rule: {
      sv: 'Gamla ändringar tas bort, objekten är kvar. Historiken för rapporter, händelser och kameror som finns kvar följer objektet.',
      en: 'Old changes are removed, the objects stay. The history of reports, events and cameras that remain goes with the object.',
    },
    keep: 'P5Y',
    from: { sv: 'när ändringen gjordes', en: 'when the change was made' },
  },
  {
    kind: 'removed',
    title: { sv: 'Borttagna rapporter och händelser', en: 'Removed reports and events' },
    rule: {
      sv: 'Vad som stod i rapporter och händelser som en import har ersatt eller någon har tagit bort finns kvar i historiken och tas bort ur den.',
      en: 'What reports and events said that an import has replaced or somebody has removed is left in the history, and goes from there.',
    },
    keep: 'P1Y',
    from: { sv: 'när ändringen gjordes', en: 'when the change was made' },
  },
  {
    kind: 'reports',
    title: { sv: 'Rapporter om otrygga platser', en: 'Reports of unsafe places' },
    rule: {
      sv: 'Rapporten tas bort med sin historik, och vad som stod i den försvinner ur spårloggen. Personuppgifter får inte sparas längre än de behövs (dataskyddsförordningen artikel 5.1 e).',
      en: 'The report goes with its history, and what it said leaves the audit trail. Personal data may not be kept longer than needed (GDPR article 5.1 e).',
    },
    keep: 'P2Y',
    from: { sv: 'dagen då rapporten kom in', en: 'the day the report came in' },
  },
  {
    kind: 'incidents',
    title: { sv: 'Polisens händelser', en: 'Police events' },
    rule: {
      sv: 'Händelsen tas bort med sin historik. Uppgifter om brott behandlas bara av myndigheter, polisens enligt egen lag.',
      en: 'The event goes with its history. Offence data is processed by authorities alone, that of the police under its own law.',
    },
    keep: 'P3Y',
    from: {
      sv: 'när den inträffade, annars när den publicerades',
      en: 'when it occurred, or else was published',
    },
  },
  {
    kind: 'observations',
    title: { sv: 'Fältposter', en: 'Field entries' },
    rule: {
      sv: 'Det som fältare, ordningsvakter och bovärdar har lagt in tas bort. Sammanställningar som redan gjorts berörs inte.',
      en: 'What field workers, guards and housing hosts have logged is removed. What has been compiled from it is not touched.',
    },
    keep: 'P2Y',
    from: { sv: 'när det iakttogs', en: 'when it was observed' },
  },
  {
    kind: 'presence',
    title: { sv: 'Närvaro i patrullområden', en: 'Presence in patrol zones' },
    rule: {
      sv: 'Uppgiften om när polisen var i ett patrullområde tas bort. Områdena är kvar.',
      en: 'What was logged of when the police were in a patrol zone is removed. The zones stay.',
    },
    keep: 'P3Y',
    from: { sv: 'när passet slutade', en: 'when the presence ended' },
  },
  {
    kind: 'police-incidents',
    title: { sv: 'Polisens inlästa händelser', en: 'Incidents that the police have imported' },
    rule: {
      sv: 'Händelsen tas bort med sina rättelser, och vad som stod om dem försvinner ur spårloggen. Antalen i rutor räknas om vid nästa kvartal.',
      en: 'The incident goes with its corrections, and what was said of them leaves the audit trail. The counts in squares are made anew with the next quarter.',
    },
    keep: 'P5Y',
    from: { sv: 'när den inträffade', en: 'when it happened' },
  },
  {
    kind: 'cameras',
    title: { sv: 'Kamerors dokumentation', en: 'Documentation of cameras' },
    rule: {
      sv: 'En avslutad kamera sparas med dokumentation, beslut, historik och fotografier i fem år efter att bevakningen upphörde, som lagen kräver, och tas sedan bort. Kameror i drift berörs inte.',
      en: 'An ended camera is kept with its dossiers, decisions, history and photographs for five years after the surveillance ended, as the law demands, and is then removed. Cameras in operation are not touched.',
    },
    keep: cameraDocumentation,
    least: cameraDocumentation,
    from: { sv: 'när kameran fick status avslutad', en: 'when the camera got the status ended' },
  },
  {
    kind: 'dossiers',
    title: { sv: 'Dokumentation av borttagna kameror', en: 'Dossiers of removed cameras' },
    rule: {
      sv: 'Utkast till dokumentation av kameror som har tagits bort tas bort. Signerad dokumentation följer kameran, som inte kan tas bort före sin tid.',
      en: 'Drafts of dossiers of cameras that have been removed are removed. Signed ones go with the camera, which cannot be removed before its time.',
    },
    keep: cameraDocumentation,
    least: cameraDocumentation,
    from: { sv: 'när de senast sparades', en: 'when they were last saved' },
  },
  {
    kind: 'decisions',
    title: { sv: 'Beslut om borttagna åtgärder', en: 'Decisions about removed measures' },
    rule: {
      sv: 'Beslut om åtgärder som har tagits bort tas bort. Andra beslut följer åtgärden.',
      en: 'Decisions about measures that have been removed are removed. Others go with the measure.',
    },
    keep: 'P5Y',
    from: { sv: 'när de fattades', en: 'when they were made' },
  },
  {
    kind: 'plan-shares',
    title: { sv: 'Länkar till planer', en: 'Links to plans' },
    rule: {
      sv: 'Länkar som har gått ut eller återkallats tas bort. Vad de användes till står i spårloggen. Kommentarer och länkar följer annars sin plan.',
      en: 'Links that have expired or been revoked are removed. Their use stands in the audit trail. Comments and links otherwise go with their plan.',
    },
    keep: 'P90D',
    from: { sv: 'när länken slutade gälla', en: 'when the link was open no more' },
  },
  {
    kind: 'problems',
    title: { sv: 'Avslutade problem', en: 'Closed problems' },
    rule: {
      sv: 'Problem som har avslutats tas bort med underlag, mätvärden, kopplingar och historik. Öppna problem berörs inte.',
      en: 'Problems that have been closed go with their evidence, readings, links and history. Open ones are not touched.',
    },
    keep: 'P10Y',
    from: { sv: 'när de senast ändrades', en: 'when they were last changed' },
  },
  {
    kind: 'operations',
    title: { sv: 'Gemensamma insatser', en: 'Joint operations' },
    rule: {
      sv: 'Insatser som inte hör till något problem tas bort med sin historik. De andra följer problemet.',
      en: 'Operations that answer to no problem go with their history. The others go with the problem.',
    },
    keep: 'P5Y',
    from: { sv: 'när de slutade', en: 'when they ended' },
  },
  {
    kind: 'siting-runs',
    title: { sv: 'Sparade beräkningar', en: 'Saved results' },
    rule: {
      sv: 'Beräkningar som någon har sparat för egen del tas bort med sitt underlag. De som hör till en plan följer planen, och de bakom en kameras dokumentation följer den.',
      en: 'Results that somebody saved for themselves go with what they were made of. Those of a plan go with the plan, and those behind a camera’s dossier go with that.',
    },
    keep: 'P1Y',
    from: { sv: 'när de sparades', en: 'when they were saved' },
  },
  {
    kind: 'pictures',
    title: { sv: 'Veckornas lägesbilder', en: 'Pictures of the weeks' },
    rule: {
      sv: 'Lägesbilden tas bort med text, siffror, närvaro, beslut, uppgifter och signaturer. Vem som signerade den står i spårloggen.',
      en: 'The picture goes with its texts, figures, attendance, decisions, tasks and signatures. Who signed it stands in the audit trail.',
    },
    keep: 'P5Y',
    least: 'P1Y',
    from: { sv: 'veckans måndag', en: 'the Monday of the week' },
  },
  {
    kind: 'analyses',
    title: { sv: 'Sparade analyser', en: 'Saved analyses' },
    rule: {
      sv: 'Analyser som polisen har sparat tas bort med de händelser som de räknades fram ur.',
      en: 'Analyses that the police have saved go with the incidents they were made of.',
    },
    keep: 'P1Y',
    from: { sv: 'när de sparades', en: 'when they were saved' },
  },
  {
    kind: 'import-rejects',
    title: { sv: 'Avvisade importrader', en: 'Refused rows of imports' },
    rule: {
      sv: 'Raderna som en import avvisade tas bort. Att importen gjordes står kvar.',
      en: 'The rows that an import refused are removed. That it was made stays.',
    },
    keep: 'P90D',
    from: { sv: 'när importen gjordes', en: 'when the import was made' },
  },
  {
    kind: 'imports',
    title: { sv: 'Importer', en: 'Imports' },
    rule: { sv: 'Uppgiften om vem som importerade vad tas bort.', en: 'Who imported what is removed.' },
    keep: 'P5Y',
    from: { sv: 'när importen gjordes', en: 'when the import was made' },
  },
  {
    kind: 'sign-ins',
    title: { sv: 'Påbörjade inloggningar', en: 'Sign-ins begun' },
    rule: {
      sv: 'Inloggningar som aldrig slutfördes tas bort.',
      en: 'Sign-ins that were never finished are removed.',
    },
    keep: 'P1D',
    from: { sv: 'när de slutade gälla', en: 'when they were no longer of use' },
  },
  {
    kind: 'sessions',
    title: { sv: 'Avslutade sessioner', en: 'Ended sessions' },
    rule: {
      sv: 'Sessionens nätadress och webbläsare tas bort. Pågående sessioner berörs inte.',
      en: 'The session goes with its address and browser. Open ones are not touched.',
    },
    keep: 'P90D',
    from: { sv: 'när sessionen tog slut', en: 'when the session ended' },
  },
  {
    kind: 'tokens',
    title: { sv: 'Nycklar för program', en: 'Tokens for machines' },
    rule: {
      sv: 'Återkallade och utgångna nycklar tas bort. Vad de användes till står i spårloggen.',
      en: 'Revoked and expired tokens are removed. What they were used for stands in the audit trail.',
    },
    keep: 'P1Y',
    from: { sv: 'när nyckeln återkallades eller gick ut', en: 'when the token was revoked or expired' },
  },
  {
    kind: 'accounts',
    title: { sv: 'Konton som inte används', en: 'Accounts not in use' },
    rule: {
      sv: 'Namn och e-postadress raderas. Vad kontot har gjort står kvar under en pseudonym.',
      en: 'Name and e-mail address are erased. What the account has done stays under a pseudonym.',
    },
    keep: 'P2Y',
    from: { sv: 'senaste besöket', en: 'the last visit' },
  },
  {
    kind: 'audit',
    title: { sv: 'Spårlogg', en: 'Audit trail' },
    rule: {
      sv: 'De äldsta posterna tas bort i ordning. Kedjan går fortfarande att kontrollera från den post där den nu börjar.',
      en: 'The oldest entries are removed in order. The chain can still be verified from the entry where it now begins.',
    },
    keep: 'P5Y',
    from: { sv: 'när posten skrevs', en: 'when the entry was written' },
  },
]
