import type { Text } from '@trygghetskartan/api/contract'
import type { Catalogue } from './text.ts'

/** The fields of asking for a proposal. */
export const proposalFields = {
  investment: { sv: 'Investering, högst', en: 'Investment, at most' },
  yearly: { sv: 'Kostnad per år, högst', en: 'Cost per year, at most' },
  most: { sv: 'Antal platser, högst', en: 'Places, at most' },
  atMost: { sv: 'Högst', en: 'At most' },
  atLeast: { sv: 'Minst', en: 'At least' },
  homesWatched: { sv: 'Bostäder i bild, högst', en: 'Homes in view, at most' },
  homesWatchedHelp: {
    sv: 'Bostäder med fasad i de föreslagna kamerornas bild. Tomt betyder ingen gräns.',
    en: 'Homes with façade in view of the proposed cameras. Empty means no limit.',
  },
  cameraApart: { sv: 'Minst så långt mellan kameror', en: 'At least so far between cameras' },
  lampApart: { sv: 'Minst så långt mellan lampor', en: 'At least so far between lamps' },
  weekdays: { sv: 'Veckodagar', en: 'Weekdays' },
  watchedDays: { sv: 'Dagar den bevakar', en: 'Days it watches' },
  from: { sv: 'Från klockan', en: 'From' },
  to: { sv: 'Till klockan', en: 'Until' },
  hoursHelp: {
    sv: 'En tid före starttiden gäller nästa dygn.',
    en: 'A time before the start is on the next day.',
  },
  halfLife: { sv: 'Så fort falnar det som hänt', en: 'How fast the past fades' },
  halfLifeHelp: {
    sv: 'Efter den här tiden väger en händelse eller rapport hälften.',
    en: 'After this time an incident or report weighs half.',
  },
  quarter: { sv: 'Hälften efter ett kvartal', en: 'Half after a quarter' },
  halfYear: { sv: 'Hälften efter ett halvår', en: 'Half after half a year' },
  year: { sv: 'Hälften efter ett år', en: 'Half after a year' },
  twoYears: { sv: 'Hälften efter två år', en: 'Half after two years' },
  never: { sv: 'Allt väger lika, hur gammalt det än är', en: 'All weighs the same, however old' },
  bandwidth: { sv: 'En händelse sprids över', en: 'An incident is spread over' },
  bandwidthHelp: {
    sv: 'Avstånd runt platsen där den fortfarande räknas.',
    en: 'Distance about the place where it still counts.',
  },
  darkBelow: { sv: 'En gata är mörk under', en: 'A street is dark below' },
  sightWithin: { sv: 'Fri sikt, minst', en: 'Open view, at least' },
  sightWithinHelp: {
    sv: 'Den som ser kortare än så runt om räknas som utan sikt.',
    en: 'Whoever sees less far than this all about counts as without sight.',
  },
  height: { sv: 'Höjd över marken', en: 'Height above the ground' },
  focalLength: { sv: 'Brännvidd', en: 'Focal length' },
  sensorWidth: { sv: 'Sensorbredd', en: 'Sensor width' },
  across: { sv: 'Upplösning i sidled', en: 'Horizontal resolution' },
  down: { sv: 'Upplösning i höjdled', en: 'Vertical resolution' },
  cameraReach: { sv: 'Räckvidd, högst', en: 'Reach, at most' },
  cameraReachHelp: {
    sv: 'Längre bort räknas ingenting som sett, hur bra bilden än är.',
    en: 'Nothing further away counts as seen, however good the picture.',
  },
  directions: { sv: 'Riktningar som prövas på varje plats', en: 'Directions tried at each place' },
  zone: { sv: 'Bilden ska räcka till att', en: 'The picture must be good enough to' },
  zoneHelp: {
    sv: 'Kravet enligt EN/IEC 62676-4. En punkt räknas som täckt där bildtätheten är minst så stor.',
    en: 'The demand of EN/IEC 62676-4. A point counts as covered where the density is at least this.',
  },
  zoneTitle: (title: Text, density: number, edition: number) => ({
    sv: `${title.sv} – ${String(density).replace('.', ',')} px/m (utgåva ${edition})`,
    en: `${title.en} – ${density} px/m (edition ${edition})`,
  }),
  investmentEach: { sv: 'Investering per plats', en: 'Investment for each' },
  yearlyEach: { sv: 'Kostnad per år och plats', en: 'Cost per year for each' },
  lumens: { sv: 'Ljusflöde per lampa', en: 'Light of each lamp' },
  lampReach: { sv: 'Ljuset räknas hjälpa inom', en: 'The light is reckoned to help within' },
  perSquare: { sv: 'Röjning per m²', en: 'Clearing for each m²' },
  yearlyPerSquare: { sv: 'Skötsel per m² och år', en: 'Upkeep for each m² a year' },
  presenceReach: { sv: 'Närvaron märks inom', en: 'Presence is noticed within' },
} satisfies Catalogue
