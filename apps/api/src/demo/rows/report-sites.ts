import type { Where } from './ground.ts'

/** A place people find unsafe: what is wrong with it, when, and how often it is reported. */
export interface ReportSite {
  readonly where: readonly Where[]
  /** Metres a report strays from the place. */
  readonly spread: number
  readonly weight: number
  readonly reasons: readonly string[]
  readonly when: 'evening' | 'night' | 'weekend_night' | 'afternoon' | 'school_run' | 'any'
  /** Light comes and goes with the year: more is heard of a dark path in winter, of a noisy park in summer. */
  readonly season: 'dark' | 'warm' | 'even'
  /** Days ago the place was put right, after which few reports come. */
  readonly fixed?: number
}

const town = 'innerstaden'
const at = (u: number, v: number, quarter = town): Where => ({ in: quarter, at: [u, v] })

/** Where the demonstration's reports come from, in the order of the town. */
export const reportSites: readonly ReportSite[] = [
  {
    where: [{ street: 'Tivolipromenaden', from: 0, to: 1 }],
    spread: 14,
    weight: 9,
    reasons: ['darkness', 'people'],
    when: 'evening',
    season: 'dark',
    fixed: 430,
  },
  {
    where: [
      at(-290, -160),
      at(-370, -140),
      {
        in: town,
        path: [
          [-215, -200],
          [-290, -160],
          [-427, -125],
        ],
      },
    ],
    spread: 16,
    weight: 7,
    reasons: ['darkness', 'deserted'],
    when: 'evening',
    season: 'dark',
  },
  {
    where: [at(-330, -300), at(-390, -275)],
    spread: 16,
    weight: 6,
    reasons: ['darkness', 'blocked_view'],
    when: 'evening',
    season: 'dark',
  },
  {
    where: [at(-215, -470), at(-260, -520)],
    spread: 22,
    weight: 7,
    reasons: ['drugs', 'people', 'blocked_view'],
    when: 'evening',
    season: 'warm',
  },
  {
    where: [at(-186, 90), at(-190, 150), at(-214, 20)],
    spread: 18,
    weight: 11,
    reasons: ['people', 'drugs', 'deserted'],
    when: 'night',
    season: 'even',
  },
  {
    where: [at(-214, -10)],
    spread: 10,
    weight: 4,
    reasons: ['deserted', 'darkness'],
    when: 'evening',
    season: 'dark',
    fixed: 60,
  },
  {
    where: [at(20, -290), at(70, -312), at(40, -268)],
    spread: 22,
    weight: 12,
    reasons: ['people', 'drugs'],
    when: 'weekend_night',
    season: 'even',
  },
  {
    where: [at(0, 0), at(20, -44)],
    spread: 24,
    weight: 7,
    reasons: ['people', 'other'],
    when: 'weekend_night',
    season: 'even',
  },
  {
    where: [at(195, -120), at(200, -240)],
    spread: 18,
    weight: 5,
    reasons: ['darkness', 'decay', 'people'],
    when: 'evening',
    season: 'dark',
  },
  {
    where: [at(140, -262)],
    spread: 12,
    weight: 3,
    reasons: ['decay', 'deserted'],
    when: 'any',
    season: 'even',
  },
  {
    where: [
      { street: 'Åpromenaden', from: 0.36, to: 0.6 },
      { street: 'Åpromenaden', from: 0.62, to: 0.98 },
    ],
    spread: 16,
    weight: 9,
    reasons: ['darkness', 'deserted', 'blocked_view'],
    when: 'evening',
    season: 'dark',
  },
  {
    where: [
      {
        in: 'ostermalm',
        path: [
          [262, -66],
          [300, -110],
          [320, -200],
        ],
      },
    ],
    spread: 14,
    weight: 4,
    reasons: ['darkness'],
    when: 'evening',
    season: 'dark',
    fixed: 90,
  },
  {
    where: [
      {
        path: [
          [-70, 430],
          [-170, 700],
          [-150, 1000],
        ],
      },
    ],
    spread: 10,
    weight: 7,
    reasons: ['blocked_view', 'darkness', 'deserted'],
    when: 'evening',
    season: 'dark',
    fixed: 300,
  },
  {
    where: [
      {
        path: [
          [-170, 700],
          [-330, 1100],
          [-480, 1500],
        ],
      },
    ],
    spread: 10,
    weight: 5,
    reasons: ['darkness', 'deserted'],
    when: 'evening',
    season: 'dark',
  },
  {
    where: [at(25, -50, 'gamlegarden'), at(-40, -70, 'gamlegarden')],
    spread: 24,
    weight: 12,
    reasons: ['people', 'drugs', 'decay'],
    when: 'evening',
    season: 'even',
  },
  {
    where: [
      {
        in: 'gamlegarden',
        path: [
          [-272, 232],
          [-170, 155],
          [-70, 80],
        ],
      },
      at(-220, 210, 'gamlegarden'),
    ],
    spread: 12,
    weight: 7,
    reasons: ['darkness', 'blocked_view'],
    when: 'evening',
    season: 'dark',
  },
  {
    where: [at(-90, 10, 'osterang'), at(-30, 40, 'osterang')],
    spread: 22,
    weight: 9,
    reasons: ['people', 'darkness', 'decay'],
    when: 'night',
    season: 'even',
  },
  {
    where: [
      {
        in: 'osterang',
        path: [
          [8, 128],
          [90, 190],
          [162, 262],
        ],
      },
    ],
    spread: 12,
    weight: 5,
    reasons: ['darkness'],
    when: 'evening',
    season: 'dark',
  },
  {
    where: [at(90, 20, 'nasby'), at(30, -20, 'nasby')],
    spread: 24,
    weight: 6,
    reasons: ['people', 'decay'],
    when: 'evening',
    season: 'even',
  },
  {
    where: [at(80, -100, 'charlottesborg'), at(60, 50, 'charlottesborg')],
    spread: 24,
    weight: 7,
    reasons: ['decay', 'blocked_view', 'people'],
    when: 'evening',
    season: 'even',
  },
  {
    where: [at(0, -705, 'soder')],
    spread: 20,
    weight: 5,
    reasons: ['people', 'decay'],
    when: 'weekend_night',
    season: 'warm',
  },
  {
    where: [at(-145, -60, 'egnahem'), at(0, 20, 'egnahem')],
    spread: 60,
    weight: 4,
    reasons: ['traffic'],
    when: 'school_run',
    season: 'even',
  },
  {
    where: [at(5, -80, 'hammar'), at(-80, 0, 'hammar')],
    spread: 60,
    weight: 4,
    reasons: ['traffic', 'darkness'],
    when: 'school_run',
    season: 'dark',
  },
  {
    where: [{ street: 'Långebrogatan', from: 0.1, to: 0.4 }],
    spread: 14,
    weight: 4,
    reasons: ['traffic'],
    when: 'afternoon',
    season: 'even',
  },
  {
    where: [{ street: 'Nosabyvägen', from: 0.2, to: 0.7 }],
    spread: 14,
    weight: 3,
    reasons: ['traffic', 'darkness'],
    when: 'afternoon',
    season: 'dark',
  },
  {
    where: [at(-340, 150, 'barbacka'), at(-300, 240, 'barbacka')],
    spread: 20,
    weight: 4,
    reasons: ['deserted', 'darkness'],
    when: 'night',
    season: 'dark',
  },
  {
    where: [at(-100, -80, 'hogskolan'), at(100, 90, 'hogskolan')],
    spread: 30,
    weight: 4,
    reasons: ['deserted', 'darkness'],
    when: 'evening',
    season: 'dark',
  },
  {
    where: [at(0, 90, 'sommarlust')],
    spread: 26,
    weight: 3,
    reasons: ['darkness', 'other'],
    when: 'evening',
    season: 'dark',
  },
]

/** What people write, by main reason. No person in any of it. */
export const words: Readonly<Record<string, readonly string[]>> = {
  darkness: [
    'Det är helt mörkt här efter klockan fem på vintern.',
    'Flera lampor i rad är trasiga eller saknas.',
    'Man ser inte var man sätter fötterna.',
    'Jag tar omvägen i stället när det är mörkt.',
    'Ljuset räcker bara till halva gångvägen.',
    'Kolsvart mellan stolparna, önskar tätare ljus.',
    'Barnen vågar inte cykla hem här efter träningen.',
  ],
  blocked_view: [
    'Buskarna har vuxit så höga att man inte ser runt kröken.',
    'Häcken skymmer hela gångvägen från gatan.',
    'Sly på båda sidor, det känns instängt.',
    'Klipp ner buskaget vid bänkarna så att man syns.',
    'Man vet inte vad som finns bakom buskarna.',
  ],
  deserted: [
    'Inga människor rör sig här på kvällen.',
    'Ödsligt mellan husen, inga fönster åt det här hållet.',
    'Känns övergivet när affärerna har stängt.',
    'Långt till närmaste hus om något skulle hända.',
  ],
  people: [
    'Stora gäng samlas här och det blir ofta bråk.',
    'Högljutt och hotfull stämning vid stängningsdags.',
    'Det skriks efter folk som går förbi.',
    'Jag undviker platsen på helgkvällar.',
    'Trångt och stökigt när krogarna stänger.',
    'Känns otryggt att vänta på bussen här.',
  ],
  drugs: [
    'Det säljs narkotika öppet här.',
    'Berusade samlas vid bänkarna redan på eftermiddagen.',
    'Sprutor har legat på marken.',
    'Mycket fylla på helgerna, glassplitter på morgonen.',
    'Bilar stannar till och åker igen hela kvällen.',
  ],
  traffic: [
    'Bilarna kör alldeles för fort förbi skolvägen.',
    'Mopeder på gångvägen.',
    'Svårt att komma över gatan på morgonen.',
    'Elsparkcyklar i hög fart bland fotgängare.',
  ],
  decay: [
    'Klotter och trasiga bänkar.',
    'Soprummet står öppet och det är skräp överallt.',
    'Krossade rutor som inte lagas.',
    'Sönderslagen busskur sedan flera veckor.',
  ],
  other: [
    'Hundar utan koppel.',
    'Hög musik från bilar sent på natten.',
    'Det känns inte bra här, svårt att säga varför.',
  ],
}
