import { random } from './random.ts'
import type { Thing, Town } from './town.ts'

/** What stands at the doors of the shopping streets: kinds and invented names. */
const trades: readonly (readonly [kind: string, names: readonly string[], weight: number])[] = [
  [
    'clothes',
    ['Kläder & tyg', 'Modehuset', 'Barnkläder', 'Herrekiperingen', 'Garnboden', 'Väskor & handskar'],
    5,
  ],
  ['shoes', ['Skomakeriet', 'Skor'], 2],
  ['bakery', ['Bageriet', 'Konditoriet'], 2],
  ['books', ['Bokhandeln'], 1],
  ['hairdresser', ['Frisören', 'Salongen', 'Klippstugan', 'Barberaren'], 3],
  ['optician', ['Optikern'], 1],
  ['florist', ['Blomsterhandeln'], 1],
  ['jewelry', ['Guldsmeden'], 1],
  ['bank', ['Banken'], 1],
  ['cafe', ['Kaffestugan', 'Kaféet', 'Fikarummet', 'Tehuset'], 3],
  ['restaurant', ['Matsalen', 'Gårdskrogen', 'Källaren', 'Bistron'], 4],
  ['bar', ['Baren', 'Vinbaren'], 1],
]
const nightTrades: readonly (readonly [kind: string, names: readonly string[], weight: number])[] = [
  ['restaurant', ['Torgkrogen', 'Hörnkrogen', 'Stadskällaren', 'Grillen'], 4],
  ['bar', ['Puben', 'Ölstugan', 'Klubben', 'Nattbaren'], 4],
  ['fast_food', ['Gatuköket', 'Kvällskiosken'], 2],
  ['cafe', ['Torgkaféet'], 1],
]

const share: Readonly<Record<string, number>> = {
  'Västra Storgatan': 0.75,
  'Östra Storgatan': 0.7,
  'Nya Boulevarden': 0.5,
  Hesslegatan: 0.6,
  Cardellsgatan: 0.55,
  Döbelnsgatan: 0.45,
  'Östra Boulevarden': 0.35,
  Tivoligatan: 0.25,
  'Västra Boulevarden': 0.15,
}

/** Shops, cafés and restaurants at the doors of the old town; those open late gather by the two squares. */
export function shopsOf(town: Town): Thing[] {
  const r = random('shops')
  return town.addresses.flatMap((address): Thing[] => {
    if (address.quarter !== 'innerstaden' || !r.chance(share[address.street] ?? 0)) return []
    const night =
      address.street === 'Cardellsgatan' ||
      address.street === 'Döbelnsgatan' ||
      (address.street === 'Nya Boulevarden' && r.chance(0.6))
    const [kind, names] = r.weighted(
      (night ? nightTrades : trades).map((trade) => [trade, trade[2]] as const),
    )
    return [{ theme: 'poi', kind, name: r.pick(names), rank: 0, props: {}, shape: [address.at] }]
  })
}
