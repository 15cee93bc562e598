import type { Dossier, DossierSection } from '@trygghetskartan/api/contract-decisions'
import { findSensitive } from '@trygghetskartan/formats/sensitive-text'
import { dossierSections } from '../messages/dossier.ts'

export type Sections = Dossier['sections']

/** In the order they are read. */
export const sectionNames = Object.keys(dossierSections) as DossierSection[]

/** Names of the sections in which two texts differ. */
export const changedSections = (a: Sections, b: Sections): DossierSection[] =>
  sectionNames.filter((name) => (a[name] ?? '') !== (b[name] ?? ''))

/**
 * What is to stand after somebody else has saved: mine where I have written since `base`, theirs in the rest.
 */
export function mergeSections(base: Sections, mine: Sections, theirs: Sections): Sections {
  const own = new Set(changedSections(base, mine))
  return Object.fromEntries(
    sectionNames.map((name) => [name, (own.has(name) ? mine : theirs)[name] ?? '']),
  ) as Sections
}

/** What looks like personal data in the sections that somebody has changed; the contact section is meant to hold a telephone number. */
export const sensitiveIn = (base: Sections, mine: Sections): string[] => [
  ...new Set(
    changedSections(base, mine)
      .filter((name) => name !== 'contact')
      .flatMap((name) => findSensitive(mine[name]).map(({ text }) => text)),
  ),
]
