import type { Text } from '@trygghetskartan/layers'
import type { DossierSection } from '../contract-decisions.ts'

/** The parts of a dossier in their order, as headings. */
export const dossierSections: readonly { readonly id: DossierSection; readonly title: Text }[] = [
  { id: 'problem', title: { sv: 'Problemet på platsen', en: 'The problem at the place' } },
  { id: 'hours', title: { sv: 'Bevakningens tider', en: 'Hours of surveillance' } },
  {
    id: 'measures_tried',
    title: { sv: 'Mindre ingripande åtgärder', en: 'Less intrusive measures' },
  },
  { id: 'area', title: { sv: 'Bevakat område', en: 'Area watched' } },
  {
    id: 'private_ground',
    title: { sv: 'Enskilda och känsliga platser', en: 'Private and sensitive ground' },
  },
  { id: 'purpose', title: { sv: 'Ändamål', en: 'Purpose' } },
  { id: 'storage', title: { sv: 'Lagring', en: 'Storage' } },
  { id: 'access', title: { sv: 'Behörighet', en: 'Access' } },
  { id: 'signs', title: { sv: 'Skyltning och information', en: 'Signs and information' } },
  { id: 'contact', title: { sv: 'Kontakt', en: 'Contact' } },
  { id: 'conclusion', title: { sv: 'Sammanvägd bedömning', en: 'Conclusion' } },
]
