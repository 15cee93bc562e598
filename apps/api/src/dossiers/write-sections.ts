import type { DossierSection } from '../contract-decisions.ts'
import type { DossierFacts } from './facts.ts'
import { dossierSections } from './sections.ts'
import { areaText } from './texts/area.ts'
import { conclusionText } from './texts/conclusion.ts'
import { accessText, contactText, purposeText, signsText, storageText } from './texts/handling.ts'
import { hoursSectionText } from './texts/hours.ts'
import { measuresTriedText } from './texts/measures-tried.ts'
import { privateGroundText } from './texts/private-ground.ts'
import { problemText } from './texts/problem.ts'

export type Sections = Record<DossierSection, string>

const writers: Readonly<Record<DossierSection, (facts: DossierFacts) => string>> = {
  problem: problemText,
  hours: hoursSectionText,
  measures_tried: measuresTriedText,
  area: areaText,
  private_ground: privateGroundText,
  purpose: purposeText,
  storage: storageText,
  access: accessText,
  signs: signsText,
  contact: contactText,
  conclusion: conclusionText,
}

/** Every section in Swedish, as the map and the camera tell it. Where they say nothing the section is empty. */
export const writeSections = (facts: DossierFacts): Sections =>
  Object.fromEntries(dossierSections.map(({ id }) => [id, writers[id](facts)])) as Sections

/** New text where nobody has touched the old: what people wrote stays. */
export const renewSections = (
  written: Readonly<Partial<Sections>>,
  composed: Readonly<Partial<Sections>>,
  fresh: Sections,
): Sections =>
  Object.fromEntries(
    dossierSections.map(({ id }) => [
      id,
      written[id] === undefined || written[id] === composed[id] ? fresh[id] : written[id],
    ]),
  ) as Sections
