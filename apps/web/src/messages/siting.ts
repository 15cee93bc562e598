import type { Catalogue } from './text.ts'

/** Words of what a camera sees, what lamps light and what clearing opens. */
export const siting = {
  camera: { sv: 'Vad kameran ser', en: 'What the camera sees' },
  light: { sv: 'Ljus på marken', en: 'Light on the ground' },
  clearance: { sv: 'Sikt som öppnas', en: 'Views that open' },
  reckoning: { sv: 'Räknar…', en: 'Reckoning…' },
  groundLoading: { sv: 'Hämtar hus och vägar…', en: 'Fetching buildings and streets…' },
  place: {
    sv: 'Sätt ut den på kartan, så visas resultatet här.',
    en: 'Place it on the map and the result is shown here.',
  },
  failed: { sv: 'Det gick inte att räkna', en: 'It could not be reckoned' },
  noBuildings: {
    sv: 'Kartan har inga hus här. Ytan räknas som om inget skymmer.',
    en: 'The map has no buildings here. The area is reckoned as if nothing stood in the way.',
  },

  lens: { sv: 'Objektiv', en: 'Lens' },
  sensor: { sv: 'Sensor', en: 'Sensor' },
  resolution: { sv: 'Upplösning', en: 'Resolution' },
  millimetres: (n: string) => ({ sv: `${n} mm`, en: `${n} mm` }),
  megapixels: (n: number) => ({ sv: `${n} Mpx`, en: `${n} Mpx` }),

  seen: { sv: 'Syns', en: 'Seen' },
  blind: { sv: 'Döda vinklar', en: 'Blind spots' },
  deadZone: { sv: 'Under kameran', en: 'Under the camera' },
  deadZoneNote: { sv: 'närmast syns inte', en: 'nearest is not seen' },
  homes: { sv: 'Bostäder i bild', en: 'Homes in view' },
  facadeOf: (metres: string) => ({ sv: `${metres} fasad`, en: `${metres} of façade` }),
  masked: { sv: 'Maskerat', en: 'Masked' },
  squareMetres: (n: string) => ({ sv: `${n} m²`, en: `${n} m²` }),

  zones: { sv: 'Hur tydligt det syns', en: 'How clearly it is seen' },
  edition: { sv: 'Standardens utgåva', en: 'Edition of the standard' },
  editionHelp: {
    sv: 'EN/IEC 62676-4. Bildpunkter per meter vid målet avgör zonen.',
    en: 'EN/IEC 62676-4. Pixels per metre at the target decide the zone.',
  },
  from: (density: string) => ({ sv: `minst ${density} px/m`, en: `at least ${density} px/m` }),
  below: { sv: 'I bild, under lägsta zonen', en: 'In view, below the coarsest zone' },
  zone: { sv: 'Zon', en: 'Zone' },
  reach: { sv: 'Når', en: 'Reaches' },
  area: { sv: 'Yta', en: 'Area' },

  inside: { sv: 'Händelser och rapporter i bild', en: 'Events and reports in view' },
  events: (n: string) => ({ sv: `${n} polisanmälda händelser`, en: `${n} events known to the police` }),
  reports: (n: string) => ({
    sv: n === '1' ? '1 rapport om otrygg plats' : `${n} rapporter om otrygga platser`,
    en: n === '1' ? '1 report of an unsafe place' : `${n} reports of unsafe places`,
  }),
  hotspot: (percent: string) => ({
    sv: `${percent} av det som hänt och rapporterats inom 500 m`,
    en: `${percent} of what has happened and been reported within 500 m`,
  }),
  noneInside: {
    sv: 'Inget är känt här: varken händelser eller rapporter.',
    en: 'Nothing is known here: neither events nor reports.',
  },
  week: { sv: 'När, per veckodag och tid', en: 'When, by weekday and time' },
  weekPeak: (day: string, hours: string) => ({
    sv: `Mest ${day} kl. ${hours}.`,
    en: `Most on ${day} at ${hours}.`,
  }),
  day: { sv: 'Dag', en: 'Day' },
  weekNote: {
    sv: 'Delar av tal: en rapport utan bestämd tid sprids jämnt.',
    en: 'Fractions: a report without a set time is spread evenly.',
  },

  sensitive: { sv: 'Känsliga platser i bild', en: 'Sensitive places in view' },
  noneSensitive: {
    sv: 'Inga skolor, vårdlokaler, gudstjänstlokaler eller gårdar i bild.',
    en: 'No schools, care, places of worship or yards in view.',
  },
  unnamed: { sv: 'utan namn', en: 'unnamed' },
  more: (n: number) => ({ sv: `och ${n} till`, en: `and ${n} more` }),
  overlaps: { sv: 'Ser samma mark som', en: 'Sees the same ground as' },
  noOverlap: { sv: 'Ingen annan kamera ser samma mark.', en: 'No other camera sees the same ground.' },

  masks: { sv: 'Integritetsmasker', en: 'Privacy masks' },
  masksHelp: {
    sv: 'Det som maskas bort finns inte i bilden och räknas inte.',
    en: 'What is masked out is not in the picture and is not counted.',
  },
  drawMask: { sv: 'Rita mask', en: 'Draw a mask' },
  drawingMask: { sv: 'Integritetsmask', en: 'Privacy mask' },
  maskN: (n: number) => ({ sv: `Mask ${n}`, en: `Mask ${n}` }),
  removeMask: (n: number) => ({ sv: `Ta bort mask ${n}`, en: `Remove mask ${n}` }),
  maskAdded: { sv: 'Masken är tillagd', en: 'The mask is added' },
  maskRemoved: { sv: 'Masken är borttagen', en: 'The mask is removed' },

  assumptions: { sv: 'Antaganden', en: 'Assumptions' },
  save: { sv: 'Spara beräkningen', en: 'Save the reckoning' },
  saved: { sv: 'Beräkningen är sparad', en: 'The reckoning is saved' },
  saveHelp: {
    sv: 'Sparar siffrorna med allt de bygger på, så att de kan räknas fram igen.',
    en: 'Saves the figures with all they rest on, so that they can be reckoned again.',
  },
  saveFirst: {
    sv: 'Spara åtgärden först, så kan även beräkningen sparas.',
    en: 'Save the measure first; then the reckoning can be saved too.',
  },
  changedSince: {
    sv: 'Underlaget har ändrats. Siffrorna räknas om: spara sedan igen.',
    en: 'What it rests on has changed. The figures are reckoned anew: then save again.',
  },

  luxOnGround: { sv: 'Lux på marken', en: 'Lux on the ground' },
  luxLegend: (values: string) => ({
    sv: `Färgskala för ljus: ${values} lux`,
    en: `Colours of light: ${values} lux`,
  }),
  lamps: (n: string) => ({
    sv: n === '1' ? '1 lampa' : `${n} lampor`,
    en: n === '1' ? '1 lamp' : `${n} lamps`,
  }),
  lampsTitle: { sv: 'Nya lampor', en: 'New lamps' },
  broughtUp: { sv: 'Lyfts till sin klass', en: 'Brought up to class' },
  failing: { sv: 'Når inte klassen', en: 'Below class' },
  stretches: { sv: 'Sträckor, före och efter', en: 'Stretches, before and after' },
  stretch: { sv: 'Sträcka', en: 'Stretch' },
  mean: { sv: 'Medel, lx', en: 'Mean, lx' },
  minimum: { sv: 'Lägst, lx', en: 'Least, lx' },
  wanted: { sv: 'Klass', en: 'Class' },
  wantedOf: (id: string, asks: string) => ({ sv: `${id}: ${asks}`, en: `${id}: ${asks}` }),
  asks: (mean: string, minimum: string) => ({
    sv: `medel ${mean}, lägst ${minimum} lx`,
    en: `mean ${mean}, least ${minimum} lx`,
  }),
  reached: { sv: 'Når', en: 'Meets' },
  fails: { sv: 'Når inte', en: 'Fails' },
  failsOnMap: (id: string) => ({ sv: `Under ${id}`, en: `Below ${id}` }),
  arrow: { sv: 'blir', en: 'becomes' },
  noStretches: {
    sv: 'Ingen gata eller gångväg ligger i ljuset.',
    en: 'No street or path lies in the light.',
  },
  unknownBefore: {
    sv: '?: kartan säger att vägen är belyst men inte med vilka lampor.',
    en: '?: the map says that the way is lit but not by which lamps.',
  },
  street: { sv: 'Namnlös väg', en: 'Unnamed way' },
  builtIn: { sv: 'Inbyggd vägarmatur (antagen)', en: 'Built-in road luminaire (assumed)' },
  upload: { sv: 'Läs in fil (.ldt, .ies)', en: 'Read a file (.ldt, .ies)' },
  uploaded: (name: string) => ({ sv: `${name} är inläst`, en: `${name} is read in` }),
  lumens: (n: string) => ({ sv: `${n} lm`, en: `${n} lm` }),

  cleared: { sv: 'Röjs', en: 'Cleared' },
  before: { sv: 'Syns före', en: 'Seen before' },
  after: { sv: 'Syns efter', en: 'Seen after' },
  gained: (percent: string) => ({ sv: `${percent} mer`, en: `${percent} more` }),
  reportsNear: { sv: 'Rapporter här', en: 'Reports here' },
  viewpoints: { sv: 'Från vägarna intill', en: 'From the paths beside it' },
  viewpoint: { sv: 'Plats', en: 'Place' },
  sightLines: (n: string, longest: string) => ({
    sv: `${n} siktlinjer öppnas, den längsta ${longest}`,
    en: `${n} sight lines open, the longest ${longest}`,
  }),
  noSightLines: {
    sv: 'Inga siktlinjer öppnas: något annat skymmer, eller så går ingen väg intill.',
    en: 'No sight lines open: something else stands in the way, or no path runs by.',
  },
} satisfies Catalogue

/** What sensitive ground is, in a word. */
export const sensitiveUses = {
  home: { sv: 'bostad', en: 'home' },
  school: { sv: 'skola', en: 'school' },
  preschool: { sv: 'förskola', en: 'preschool' },
  care: { sv: 'vård och omsorg', en: 'care' },
  worship: { sv: 'gudstjänstlokal', en: 'place of worship' },
  playground: { sv: 'lekplats', en: 'playground' },
  yard: { sv: 'bostadsgård', en: 'residential yard' },
} as const
