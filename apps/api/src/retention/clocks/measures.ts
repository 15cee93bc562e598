import type { ClockRule } from './clock.ts'

/** [2nd] Documentation of camera surveillance is saved five years after it ends. */
const cameraDocumentation = 'P5Y'

export const cameras = {
  kind: 'cameras',
  title: { sv: 'Kamerors dokumentation', en: 'Documentation of cameras' },
  rule: {
    sv: 'En avslutad kamera sparas med dokumentation, beslut, historik och fotografier i fem år efter att bevakningen upphörde, som lagen kräver, och tas sedan bort. Kameror i drift berörs inte.',
    en: 'An ended camera is kept with its dossiers, decisions, history and photographs for five years after the surveillance ended, as the law demands, and is then removed. Cameras in operation are not touched.',
  },
  keep: cameraDocumentation,
  least: cameraDocumentation,
  from: { sv: 'när kameran fick status avslutad', en: 'when the camera got the status ended' },
  open: true,
} as const satisfies ClockRule

export const dossiers = {
  kind: 'dossiers',
  title: { sv: 'Dokumentation av borttagna kameror', en: 'Dossiers of removed cameras' },
  rule: {
    sv: 'Utkast till dokumentation av kameror som har tagits bort tas bort. Signerad dokumentation följer kameran, som inte kan tas bort före sin tid.',
    en: 'Drafts of dossiers of cameras that have been removed are removed. Signed ones go with the camera, which cannot be removed before its time.',
  },
  keep: cameraDocumentation,
  least: cameraDocumentation,
  from: { sv: 'när de senast sparades', en: 'when they were last saved' },
} as const satisfies ClockRule

export const decisions = {
  kind: 'decisions',
  title: { sv: 'Beslut om borttagna åtgärder', en: 'Decisions about removed measures' },
  rule: {
    sv: 'Beslut om åtgärder som har tagits bort tas bort. Andra beslut följer åtgärden.',
    en: 'Decisions about measures that have been removed are removed. Others go with the measure.',
  },
  keep: 'P5Y',
  from: { sv: 'när de fattades', en: 'when they were made' },
} as const satisfies ClockRule

export const planShares = {
  kind: 'plan-shares',
  title: { sv: 'Länkar till planer', en: 'Links to plans' },
  rule: {
    sv: 'Länkar som har gått ut eller återkallats tas bort. Vad de användes till står i spårloggen. Kommentarer och länkar följer annars sin plan.',
    en: 'Links that have expired or been revoked are removed. Their use stands in the audit trail. Comments and links otherwise go with their plan.',
  },
  keep: 'P90D',
  from: { sv: 'när länken slutade gälla', en: 'when the link was open no more' },
} as const satisfies ClockRule

export const sitingRuns = {
  kind: 'siting-runs',
  title: { sv: 'Sparade beräkningar', en: 'Saved results' },
  rule: {
    sv: 'Beräkningar som någon har sparat för egen del tas bort med sitt underlag. De som hör till en plan följer planen, och de bakom en kameras dokumentation följer den.',
    en: 'Results that somebody saved for themselves go with what they were made of. Those of a plan go with the plan, and those behind a camera’s dossier go with that.',
  },
  keep: 'P1Y',
  from: { sv: 'när de sparades', en: 'when they were saved' },
} as const satisfies ClockRule
