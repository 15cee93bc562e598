import type { Catalogue } from './text.ts'

/** The pages beside the map, and the way to them. */
export const around = {
  links: { sv: 'Mer om tryggheten', en: 'More about safety' },
  report: { sv: 'Rapportera en plats', en: 'Report a place' },
  receipt: { sv: 'Mitt kvitto', en: 'My receipt' },
  promises: { sv: 'Medborgarlöften', en: 'Promises' },
  safetyMap: { sv: 'Trygghetskarta', en: 'Safety map' },
  near: { sv: 'Nära mig', en: 'Near me' },
  watch: { sv: 'Grannsamverkan', en: 'Neighbourhood watch' },
  theft: { sv: 'Stöldskydd', en: 'Theft prevention' },
  walks: { sv: 'Trygghetsvandringar', en: 'Safety walks' },
  cameras: { sv: 'Kameraregister', en: 'Camera register' },
  accessibility: { sv: 'Tillgänglighet', en: 'Accessibility' },
  privacy: { sv: 'Personuppgifter', en: 'Personal data' },
  embed: { sv: 'Bädda in kartan', en: 'Embed the map' },
  map: { sv: 'Kartan', en: 'The map' },
  print: { sv: 'Skriv ut', en: 'Print' },
  showOnMap: { sv: 'Visa på kartan', en: 'Show on the map' },
  showNamedOnMap: (name: string) => ({ sv: `Visa ${name} på kartan`, en: `Show ${name} on the map` }),
  contact: { sv: 'Kontakt', en: 'Contact' },
  contactOf: (municipality: string) => ({
    sv: `Kontakta ${municipality}`,
    en: `Contact ${municipality}`,
  }),
  noContact: (municipality: string) => ({
    sv: `Fråga efter trygghetsarbetet i växeln eller kontaktcentret hos ${municipality}.`,
    en: `Ask for safety work at the switchboard or contact centre of ${municipality}.`,
  }),
  sources: { sv: 'Källor', en: 'Sources' },
} satisfies Catalogue
