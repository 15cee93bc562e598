import type { ClockRule } from './clock.ts'

export const observations = {
  kind: 'observations',
  title: { sv: 'Fältposter', en: 'Field entries' },
  rule: {
    sv: 'Det som fältare, ordningsvakter och bovärdar har lagt in tas bort. Sammanställningar som redan gjorts berörs inte.',
    en: 'What field workers, guards and housing hosts have logged is removed. What has been compiled from it is not touched.',
  },
  keep: 'P2Y',
  from: { sv: 'när det iakttogs', en: 'when it was observed' },
  open: true,
} as const satisfies ClockRule

export const presence = {
  kind: 'presence',
  title: { sv: 'Närvaro i patrullområden', en: 'Presence in patrol zones' },
  rule: {
    sv: 'Uppgiften om när polisen var i ett patrullområde tas bort. Områdena är kvar.',
    en: 'What was logged of when the police were in a patrol zone is removed. The zones stay.',
  },
  keep: 'P3Y',
  from: { sv: 'när passet slutade', en: 'when the presence ended' },
} as const satisfies ClockRule

export const policeIncidents = {
  kind: 'police-incidents',
  title: { sv: 'Polisens inlästa händelser', en: 'Incidents that the police have imported' },
  rule: {
    sv: 'Händelsen tas bort med sina rättelser, och vad som stod om dem försvinner ur spårloggen. Antalen i rutor räknas om vid nästa kvartal.',
    en: 'The incident goes with its corrections, and what was said of them leaves the audit trail. The counts in squares are made anew with the next quarter.',
  },
  keep: 'P5Y',
  from: { sv: 'när den inträffade', en: 'when it happened' },
  open: true,
} as const satisfies ClockRule

export const pictures = {
  kind: 'pictures',
  title: { sv: 'Veckornas lägesbilder', en: 'Pictures of the weeks' },
  rule: {
    sv: 'Lägesbilden tas bort med text, siffror, närvaro, beslut, uppgifter och signaturer. Vem som signerade den står i spårloggen.',
    en: 'The picture goes with its texts, figures, attendance, decisions, tasks and signatures. Who signed it stands in the audit trail.',
  },
  keep: 'P5Y',
  least: 'P1Y',
  from: { sv: 'veckans måndag', en: 'the Monday of the week' },
} as const satisfies ClockRule

export const analyses = {
  kind: 'analyses',
  title: { sv: 'Sparade analyser', en: 'Saved analyses' },
  rule: {
    sv: 'Analyser som polisen har sparat tas bort med de händelser som de räknades fram ur.',
    en: 'Analyses that the police have saved go with the incidents they were made of.',
  },
  keep: 'P1Y',
  from: { sv: 'när de sparades', en: 'when they were saved' },
} as const satisfies ClockRule
