import type { Point } from '../frame.ts'
import type { Random } from '../random.ts'
import { type Ground, near } from './ground.ts'

/** Where an event is said to be: its position and what the place is called. */
export interface Spot {
  readonly at: Point
  readonly name: string
}

type Kind = readonly [kind: string, weight: number, summaries: readonly string[]]

/** Events of one sort: how many, when and where. Counts are Poisson by day. */
export interface Pattern {
  readonly id: string
  /** In an average week. */
  readonly perWeek: number
  /** Weights of the months, January first, around 1. */
  readonly months?: readonly number[]
  /** Weights of the weekdays on which the evening or day begins, Monday first. */
  readonly weekdays?: readonly number[]
  /** Hours and their weights; from 24 on they are of the next day. */
  readonly hours: readonly (readonly [hour: number, weight: number])[]
  readonly kinds: readonly Kind[]
  readonly where: (ground: Ground, random: Random) => Spot
  /** Factor by how many days ago it is. */
  readonly trend?: (daysAgo: number) => number
  /** Share of events followed by another on the same street within a week. */
  readonly repeats?: number
}

/** The planted hotspot: Friday nights outside the bars at the corner of Döbelnsgatan and Östra Vallgatan. */
export const hotspot = {
  quarter: 'innerstaden',
  at: [84, -312] as Point,
  /** Metres of deviation in each direction. */
  spread: 18,
  /** Days ago it began. */
  since: 182,
  perWeek: { before: 0.35, since: 2.6 },
}

/** Days ago the cameras at the station went into operation, and what became of bicycle thefts there. */
export const stationCameras = { since: 300, factor: 0.6 }

const by =
  (
    ...spots: readonly (readonly [
      quarter: string,
      u: number,
      v: number,
      spread: number,
      weight: number,
      name: string,
    ])[]
  ) =>
  (ground: Ground, r: Random): Spot => {
    const [quarter, u, v, spread, , name] = r.weighted(spots.map((spot) => [spot, spot[4]] as const))
    return { at: near(r, ground.inQuarter(quarter, [u, v]), spread), name }
  }

/** At a door of one of the quarters. */
const atHomes =
  (...quarters: readonly (readonly [string, number])[]) =>
  (ground: Ground, r: Random): Spot => {
    const quarter = r.weighted(quarters)
    const { at, street } = ground.address(r, quarter)
    return { at: near(r, at, 4), name: `${street}, ${ground.quarterName(quarter)}` }
  }

const onRoads =
  (...roads: readonly string[]) =>
  (ground: Ground, r: Random): Spot => {
    const name = r.pick(roads)
    return { at: near(r, ground.onStreet(name, r.between(0.05, 0.95)), 3), name }
  }

const range = (from: number, to: number, weight = 1) =>
  Array.from({ length: to - from + 1 }, (_, i) => [from + i, weight] as const)

const winter = [1.9, 1.6, 0.9, 0.5, 0.3, 0.25, 0.35, 0.4, 0.6, 1.2, 1.9, 2.1]
const summer = [0.4, 0.45, 0.7, 1.1, 1.4, 1.5, 1.3, 1.5, 1.4, 1.1, 0.7, 0.45]

const brawl: Kind = [
  'Bråk',
  5,
  [
    'Bråk utanför en krog. Ordningsvakter på plats.',
    'Flera grälar på gatan efter stängning.',
    'Stökigt i en krogkö.',
  ],
]
const assault: Kind = [
  'Misshandel',
  5,
  [
    'Slagsmål mellan flera, lindriga skador.',
    'Misshandel i samband med krogbesök.',
    'En person slagen, förd till vård.',
  ],
]
const drunk: Kind = [
  'Fylleri/LOB',
  4,
  ['Kraftigt berusad omhändertagen enligt lag.', 'Berusad som inte kunde ta hand om sig själv.'],
]
const threat: Kind = ['Olaga hot', 2, ['Hot i samband med bråk.', 'Hot mot personal.']]
const harassment: Kind = ['Ofredande/förargelse', 2, ['Ofredande på allmän plats.', 'Störande uppträdande.']]

export const patterns: readonly Pattern[] = [
  {
    id: 'nightlife',
    perWeek: 4.6,
    months: [0.8, 0.85, 0.95, 1, 1.15, 1.2, 1.15, 1.15, 1.05, 1, 0.9, 1.05],
    weekdays: [0.12, 0.15, 0.35, 0.7, 2.5, 2.7, 0.3],
    hours: [
      [20, 0.4],
      [21, 0.7],
      [22, 1.3],
      [23, 2],
      [24, 2.4],
      [25, 2.6],
      [26, 2.2],
      [27, 1],
      [28, 0.3],
    ],
    kinds: [brawl, assault, drunk, threat, harassment],
    where: by(
      ['innerstaden', 20, -285, 26, 4, 'Lilla torg'],
      ['innerstaden', 0, -20, 26, 3.2, 'Stora torg'],
      ['innerstaden', 60, -56, 30, 2, 'Nya Boulevarden'],
      ['innerstaden', 45, -180, 45, 1.6, 'Östra Storgatan'],
      ['innerstaden', -45, -220, 60, 1.4, 'Västra Storgatan'],
      ['innerstaden', 190, -150, 40, 0.8, 'Östra Boulevarden'],
      ['innerstaden', -184, 110, 30, 1, 'Resecentrum'],
    ),
  },
  {
    id: 'friday-hotspot',
    perWeek: 1,
    weekdays: [0, 0, 0, 0, 7, 0, 0],
    hours: [
      [22, 0.8],
      [23, 1.6],
      [24, 2.4],
      [25, 2.6],
      [26, 1.8],
    ],
    kinds: [assault, brawl, threat],
    where: by([hotspot.quarter, hotspot.at[0], hotspot.at[1], hotspot.spread, 1, 'Döbelnsgatan']),
    trend: (ago) => (ago < hotspot.since ? hotspot.perWeek.since : hotspot.perWeek.before),
  },
  {
    id: 'bicycles',
    perWeek: 3.2,
    months: summer,
    weekdays: [1.2, 1.25, 1.25, 1.2, 1.15, 0.5, 0.45],
    hours: [
      [7, 0.5],
      [8, 1.4],
      [9, 1.2],
      [10, 1],
      [11, 1],
      [12, 1.1],
      [13, 1.2],
      [14, 1.4],
      [15, 1.6],
      [16, 1.8],
      [17, 1.4],
      [18, 0.6],
    ],
    kinds: [
      [
        'Stöld',
        1,
        ['Cykel stulen från cykelparkeringen.', 'Låst cykel borta.', 'Elcykel stulen, låset uppklippt.'],
      ],
    ],
    where: by(
      ['innerstaden', -212, 0, 16, 5, 'Cykelparkeringen, Kristianstad C'],
      ['innerstaden', -190, 110, 22, 2, 'Järnvägsplan'],
      ['innerstaden', 190, -200, 30, 1, 'Östra salutorget'],
      ['hogskolan', -60, -100, 50, 1, 'Högskolan'],
    ),
    trend: (ago) => (ago < stationCameras.since ? stationCameras.factor : 1),
  },
  {
    id: 'burglary',
    perWeek: 1.5,
    months: winter,
    weekdays: [1, 1.05, 1.05, 1.1, 1.25, 0.95, 0.6],
    hours: [
      [9, 0.3],
      [11, 0.4],
      [13, 0.7],
      [14, 1.2],
      [15, 1.8],
      [16, 2.4],
      [17, 2.4],
      [18, 1.8],
      [19, 1],
      [20, 0.5],
      [22, 0.2],
    ],
    kinds: [
      [
        'Inbrott',
        4,
        [
          'Inbrott i villa, altandörr uppbruten.',
          'Inbrott i radhus medan ingen var hemma.',
          'Fönster krossat på baksidan, smycken borta.',
        ],
      ],
      ['Inbrott, försök', 1, ['Märken efter brytverktyg på altandörr.', 'Försök till inbrott, larmet gick.']],
    ],
    where: atHomes(['egnahem', 5], ['hammar', 4], ['nosaby', 3], ['asum', 3], ['vilan', 2], ['nasby', 3]),
    repeats: 0.32,
  },
  {
    id: 'school-vandalism',
    perWeek: 1.25,
    months: [0.6, 0.6, 0.8, 1.2, 1.5, 1.2, 0.9, 1.5, 1.4, 1.1, 0.7, 0.6],
    weekdays: [0.3, 0.3, 0.3, 0.4, 1.9, 2.3, 1.5],
    hours: [
      [17, 0.5],
      [18, 0.8],
      [19, 1.2],
      [20, 1.6],
      [21, 1.9],
      [22, 1.7],
      [23, 1.2],
      [24, 0.6],
    ],
    kinds: [
      [
        'Skadegörelse',
        5,
        [
          'Rutor krossade på en skola.',
          'Lekredskap förstörda på en skolgård.',
          'Dörr uppbruten och inventarier förstörda.',
        ],
      ],
      ['Skadegörelse, klotter', 3, ['Klotter på en skolvägg.', 'Nytt klotter på en idrottshall.']],
    ],
    where: by(
      ['soder', -10, -705, 22, 3, 'Söderportsskolan'],
      ['gamlegarden', -170, -5, 30, 3, 'Gamlegårdsskolan'],
      ['osterang', 90, 50, 30, 3, 'Österängsskolan'],
      ['charlottesborg', -80, -50, 28, 2.4, 'Charlottesborgsskolan'],
      ['nasby', -90, 25, 28, 1.6, 'Näsbyskolan'],
      ['ostermalm', 400, -110, 25, 1.6, 'Östermalmsskolan'],
      ['sommarlust', -150, -85, 28, 1, 'Sommarlustskolan'],
      ['hammar', 5, -40, 24, 0.6, 'Hammarskolan'],
    ),
  },
  {
    id: 'drugs',
    perWeek: 2,
    months: [0.7, 0.75, 0.9, 1.1, 1.2, 1.3, 1.2, 1.2, 1.1, 1, 0.8, 0.7],
    weekdays: [0.8, 0.9, 1, 1.05, 1.5, 1.2, 0.55],
    hours: [
      [13, 0.6],
      [14, 0.9],
      [15, 1.3],
      [16, 1.5],
      [17, 1.5],
      [18, 1.4],
      [19, 1.3],
      [20, 1.3],
      [21, 1.2],
      [22, 1],
      [23, 0.7],
      [24, 0.4],
    ],
    kinds: [
      [
        'Narkotikabrott',
        6,
        [
          'Misstänkt överlåtelse, narkotika i beslag.',
          'Eget bruk, beslag vid visitation.',
          'Narkotika påträffad gömd i ett buskage.',
        ],
      ],
      ['Knivlagen', 1, ['Kniv på allmän plats, tagen i beslag.']],
    ],
    where: by(
      ['innerstaden', -250, -470, 40, 4, 'Tivoliparken'],
      ['innerstaden', -230, -250, 30, 2, 'Tivoliparken'],
      ['innerstaden', -188, 130, 26, 3, 'Resecentrum'],
      ['gamlegarden', 10, -60, 34, 3, 'Gamlegårdens centrum'],
      ['osterang', -80, 20, 34, 2, 'Österängs centrum'],
      ['innerstaden', 200, -270, 26, 1, 'Östra salutorget'],
    ),
  },
  {
    id: 'shops',
    perWeek: 2.2,
    months: [0.9, 0.85, 0.9, 0.95, 1, 1, 0.95, 1, 1, 1.05, 1.2, 1.5],
    weekdays: [0.9, 0.95, 1, 1.1, 1.3, 1.3, 0.45],
    hours: [
      [10, 0.6],
      [11, 0.9],
      [12, 1.1],
      [13, 1.2],
      [14, 1.4],
      [15, 1.6],
      [16, 1.7],
      [17, 1.4],
      [18, 0.8],
    ],
    kinds: [
      ['Stöld, ringa', 4, ['Snatteri i butik.', 'Varor för mindre belopp tagna.']],
      ['Stöld', 2, ['Stöld i butik, larmade varor.', 'Väska stulen i provrum.']],
      ['Bedrägeri', 1, ['Kortbedrägeri i butik.']],
    ],
    where: by(
      ['innerstaden', 130, -205, 24, 4, 'Galleria Boulevard'],
      ['innerstaden', -45, -160, 60, 2, 'Västra Storgatan'],
      ['innerstaden', 45, -170, 50, 1.4, 'Östra Storgatan'],
      ['harlov', 130, 90, 60, 3, 'Härlövs handelsområde'],
      ['gamlegarden', 25, 20, 24, 1, 'Gamlegårdens centrum'],
      ['nasby', 90, 30, 24, 1, 'Näsby centrum'],
    ),
  },
  {
    id: 'traffic',
    perWeek: 2.1,
    months: [1.2, 1.1, 0.9, 0.9, 0.9, 0.9, 0.8, 0.95, 1, 1.1, 1.25, 1.2],
    weekdays: [1.05, 1, 1, 1.05, 1.3, 0.85, 0.75],
    hours: [
      [6, 0.6],
      [7, 1.7],
      [8, 1.5],
      [9, 0.7],
      [11, 0.7],
      [13, 0.8],
      [14, 0.9],
      [15, 1.4],
      [16, 1.9],
      [17, 1.6],
      [18, 0.9],
      [20, 0.5],
      [22, 0.3],
    ],
    kinds: [
      [
        'Trafikolycka',
        3,
        [
          'Två bilar har kolliderat, inga allvarliga skador.',
          'Cyklist omkull i korsning.',
          'Bil har kört av vägen.',
        ],
      ],
      ['Trafikolycka, lindrig', 3, ['Påkörning bakifrån i kö.', 'Sidospegel avkörd, parterna på plats.']],
      ['Trafikbrott', 1, ['Hastighetskontroll, flera rapporter.']],
    ],
    where: onRoads(
      'E22',
      'Härlövsängaleden',
      'Långebrogatan',
      'Blekingevägen',
      'Nosabyvägen',
      'Östra Boulevarden',
      'Västra Boulevarden',
      'Näsbyvägen',
      'Kanalgatan',
      'Österängsvägen',
    ),
  },
  {
    id: 'drunk-driving',
    perWeek: 0.9,
    weekdays: [0.5, 0.5, 0.6, 0.8, 1.4, 1.9, 1.3],
    hours: [
      [6, 0.6],
      [7, 0.8],
      [20, 0.8],
      [22, 1],
      [23, 1.2],
      [24, 1.3],
      [25, 1.3],
      [26, 1],
    ],
    kinds: [['Rattfylleri', 1, ['Misstänkt rattfylleri, förare provtagen.', 'Förare stoppad i kontroll.']]],
    where: onRoads(
      'Härlövsängaleden',
      'Långebrogatan',
      'Blekingevägen',
      'Nosabyvägen',
      'Näsbyvägen',
      'Hammarslundsvägen',
    ),
  },
  {
    id: 'estates',
    perWeek: 3.6,
    weekdays: [0.85, 0.85, 0.9, 1, 1.3, 1.25, 0.85],
    hours: [...range(8, 15, 0.5), ...range(16, 23, 1.2), [24, 0.7], [25, 0.4]],
    kinds: [
      [
        'Skadegörelse',
        4,
        ['Bil repad på parkering.', 'Krossad ruta i trapphus.', 'Skadegörelse i tvättstuga.'],
      ],
      ['Stöld', 3, ['Stöld ur källarförråd.', 'Stöld ur bil.', 'Moped stulen.']],
      ['Bråk', 2, ['Högljutt gräl, lugnt när patrull kom.']],
      ['Olaga hot', 1, ['Hot på öppen plats.']],
      ['Narkotikabrott', 1, ['Misstänkt innehav, beslag.']],
    ],
    where: atHomes(
      ['gamlegarden', 4],
      ['osterang', 4],
      ['charlottesborg', 3],
      ['ostermalm', 3],
      ['soder', 3],
      ['sommarlust', 2],
      ['nasby', 2],
      ['barbacka', 1.5],
      ['innerstaden', 4],
    ),
  },
  {
    id: 'fires',
    perWeek: 0.4,
    months: [0.9, 0.8, 1, 1.4, 1.1, 1, 1, 1.1, 1, 0.9, 0.8, 1.3],
    hours: [
      [19, 0.6],
      [21, 1],
      [22, 1.2],
      [23, 1.6],
      [24, 1.7],
      [25, 1.4],
      [26, 1],
    ],
    kinds: [
      [
        'Brand',
        1,
        ['Bilbrand på parkering, släckt av räddningstjänsten.', 'Brand i container.', 'Brand i soprum.'],
      ],
    ],
    where: by(
      ['osterang', -90, 0, 60, 4, 'Österängs centrum'],
      ['gamlegarden', -40, -150, 80, 2, 'Gamlegården'],
      ['charlottesborg', 60, -40, 80, 1.5, 'Charlottesborg'],
      ['langebro', 0, 0, 90, 1, 'Långebro'],
    ),
    trend: (ago) => (ago < 420 ? 0.6 : 1.4),
  },
  {
    id: 'robbery',
    perWeek: 0.35,
    weekdays: [0.7, 0.7, 0.8, 1, 1.7, 1.5, 0.6],
    hours: [
      [17, 0.8],
      [19, 1],
      [21, 1.3],
      [22, 1.5],
      [23, 1.5],
      [24, 1.1],
      [25, 0.8],
    ],
    kinds: [
      ['Rån', 3, ['Rån mot privatperson, telefon tagen.', 'Personrån av flera, sökning i området.']],
      ['Rån, försök', 1, ['Försök till rån, inget taget.']],
    ],
    where: by(
      ['innerstaden', -200, 80, 40, 3, 'Resecentrum'],
      ['innerstaden', -280, -330, 60, 2, 'Tivoliparken'],
      ['gamlegarden', 0, -40, 60, 1.5, 'Gamlegården'],
      ['innerstaden', 210, -200, 40, 1, 'Kanalgatan'],
    ),
  },
]
