import type { Catalogue } from './text.ts'

/** Words of the safety map. */
export const safetyMap = {
  title: { sv: 'Trygghetskarta', en: 'Safety map' },
  titleFor: (municipality: string) => ({
    sv: `Trygghetskarta för ${municipality}`,
    en: `Safety map of ${municipality}`,
  }),
  lead: (month: string) => ({
    sv: `Var invånare har känt sig otrygga det senaste året, till och med ${month}, och vad som görs åt det. I ord och fasta rutor, så att ingen kan pekas ut.`,
    en: `Where residents have felt unsafe over the last year, up to ${month}, and what is done about it. In words and fixed squares, so that nobody can be pointed out.`,
  }),
  backToMap: { sv: 'Till kartan', en: 'To the map' },
  csv: { sv: 'Hämta som fil (CSV)', en: 'Download as file (CSV)' },
  none: { sv: 'Ingen trygghetskarta än', en: 'No safety map yet' },
  noneHelp: {
    sv: 'Den första görs när månaden är slut.',
    en: 'The first is made when the month has ended.',
  },
  map: (month: string) => ({
    sv: `Karta: rapporter till och med ${month}`,
    en: `Map: reports up to ${month}`,
  }),
  noMap: {
    sv: 'Kartan kan inte visas just nu. Allt finns i listorna nedanför.',
    en: 'The map cannot be shown right now. All of it is in the lists below.',
  },
  legend: { sv: 'Så läser du kartan', en: 'How to read the map' },
  none_or_few: { sv: 'Inga eller få rapporter', en: 'No or few reports' },
  some: { sv: 'Några rapporter', en: 'Some reports' },
  many: { sv: 'Många rapporter', en: 'Many reports' },
  fewHelp: (threshold: number) => ({
    sv: `Färre än ${threshold}. Det sägs inte om det är inga, eller några stycken.`,
    en: `Fewer than ${threshold}. Whether there are none or a few is not told.`,
  }),
  someHelp: (from: number, to: number) => ({ sv: `${from}–${to} rapporter.`, en: `${from}–${to} reports.` }),
  manyHelp: (from: number) => ({ sv: `${from} rapporter eller fler.`, en: `${from} reports or more.` }),
  mySquare: { sv: 'Visa rutan där jag är', en: 'Show the square I am in' },
  mySquareNote: { sv: 'Din plats lämnar inte telefonen.', en: 'Your place does not leave the phone.' },
  noPlace: { sv: 'Platsen kunde inte hämtas.', en: 'Your place could not be found.' },
  outside: { sv: 'Där du är finns ingen ruta i kartan.', en: 'There is no square where you are.' },
  squareIn: (n: number, area: string) => ({ sv: `Ruta ${n} i ${area}`, en: `Square ${n} in ${area}` }),
  squareOutside: (n: number) => ({
    sv: `Ruta ${n} utanför områdena`,
    en: `Square ${n} outside the areas`,
  }),
  close: { sv: 'Stäng', en: 'Close' },
  about: { sv: 'Handlar mest om', en: 'Mostly about' },
  light: { sv: 'mörkt eller trasiga lampor', en: 'dark or broken lamps' },
  sight: { sv: 'skymd sikt', en: 'blocked view' },
  deserted: { sv: 'ödsligt', en: 'deserted' },
  traffic: { sv: 'trafik', en: 'traffic' },
  decay: { sv: 'skräp och skador', en: 'litter and damage' },
  measures: { sv: 'Åtgärder', en: 'Measures' },
  measuresOf: (done: number, coming: number) => ({
    sv:
      done + coming === 0
        ? 'Inga åtgärder'
        : [done > 0 && `${done} klara`, coming > 0 && `${coming} på gång`].filter(Boolean).join(', '),
    en:
      done + coming === 0
        ? 'No measures'
        : [done > 0 && `${done} done`, coming > 0 && `${coming} coming`].filter(Boolean).join(', '),
  }),
  seeMeasures: { sv: 'Se åtgärderna på kartan', en: 'See the measures on the map' },
  areas: { sv: 'Område för område', en: 'Area by area' },
  areaSquares: (some: number, many: number, all: number) => ({
    sv:
      many > 0
        ? `Många rapporter i ${many} av områdets ${all} rutor${some > 0 ? ` och några i ${some}` : ''}`
        : some > 0
          ? `Några rapporter i ${some} av områdets ${all} rutor`
          : `Ingen av områdets ${all} rutor har mer än få rapporter`,
    en:
      many > 0
        ? `Many reports in ${many} of the area’s ${all} squares${some > 0 ? ` and some in ${some}` : ''}`
        : some > 0
          ? `Some reports in ${some} of the area’s ${all} squares`
          : `None of the area’s ${all} squares has more than a few reports`,
  }),
  survey: (low: string, high: string, year: number) => ({
    sv: `Mellan ${low} och ${high} av 100 känner sig otrygga ute sent (undersökningen ${year})`,
    en: `Between ${low} and ${high} in 100 feel unsafe out late (survey of ${year})`,
  }),
  surveyBasis: (n: string, rate: string) => ({
    sv: `${n} personer svarade${rate && `, ${rate} % av de tillfrågade`}`,
    en: `${n} people answered${rate && `, ${rate}% of those asked`}`,
  }),
  surveyHow: {
    sv: 'Spannet i trygghetsundersökningen visar hur osäkert resultatet är: i 95 fall av 100 ligger det rätta värdet inom ett sådant spann.',
    en: 'The range of the safety survey shows how uncertain its result is: in 95 cases of 100 the true value is within such a range.',
  },
  squares: { sv: 'Rutor med några eller många rapporter', en: 'Squares with some or many reports' },
  noSquares: { sv: 'Ingen ruta har fler än få rapporter.', en: 'No square has more than few reports.' },
  others: (n: string) => ({
    sv: `Övriga ${n} rutor: inga eller få rapporter`,
    en: `The other ${n} squares: no or few reports`,
  }),
  place: { sv: 'Ruta', en: 'Square' },
  reports: { sv: 'Rapporter', en: 'Reports' },
  show: { sv: 'Visa på kartan', en: 'Show on the map' },
  showSquare: (name: string) => ({
    sv: `Visa ${name.toLowerCase().slice(0, 1)}${name.slice(1)} på kartan`,
    en: `Show ${name.toLowerCase().slice(0, 1)}${name.slice(1)} on the map`,
  }),
  how: { sv: 'Så görs kartan', en: 'How the map is made' },
  howSnap: (least: number) => ({
    sv: `En rapport flyttas till en gemensam punkt för minst ${least} adresser, aldrig över en områdesgräns. Finns ingen sådan i närheten räknas den inte.`,
    en: `A report is moved to a shared point of at least ${least} addresses, never across an area’s boundary. Where there is none near, it is not counted.`,
  }),
  howBatch: (threshold: number, months: number) => ({
    sv: `Rapporter visas först när minst ${threshold} har kommit i samma ruta inom ${months} månader, och då tillsammans. De finns kvar i ${months} månader.`,
    en: `Reports are shown only when at least ${threshold} have come in one square within ${months} months, and then together. They stay for ${months} months.`,
  }),
  howArea: {
    sv: 'Kommer de utspridda i ett område kan området säga ”några” utan att någon ruta gör det, men bara om minst tre rutor är tysta.',
    en: 'Where they are spread over an area, the area may say “some” though no square does, but only if at least three squares are quiet.',
  },
  howMonth: {
    sv: 'Kartan görs en gång i månaden och ändras aldrig i efterhand. En rapport som kommer sent räknas nästa gång.',
    en: 'The map is made once a month and never changed afterwards. A report that comes late counts the next time.',
  },
  howPersons: {
    sv: 'Rapporter om människor räknas, men det visas aldrig vad de handlar om.',
    en: 'Reports about people count, but what they are about is never shown.',
  },
  not: { sv: 'Det här går inte att läsa ut', en: 'What cannot be read from it' },
  notCrime: {
    sv: 'Var det begås brott. Kartan visar vad invånare har rapporterat som otryggt, inga polishändelser.',
    en: 'Where crimes are committed. It shows what residents have reported as unsafe, no police incidents.',
  },
  notSafe: {
    sv: 'Att en plats är trygg. Få rapporter kan betyda att få har rapporterat.',
    en: 'That a place is safe. Few reports may mean that few have reported.',
  },
  notWho: {
    sv: 'Vem som rapporterat, exakt var, vilken dag eller hur många när de är färre än fem.',
    en: 'Who has reported, exactly where, on what day, or how many when they are fewer than five.',
  },
  months: { sv: 'Månader', en: 'Months' },
  older: { sv: 'Äldre kartor', en: 'Older maps' },
  print: { sv: 'Skriv ut', en: 'Print' },
  old: (month: string) => ({
    sv: `Du läser en äldre karta, till och med ${month}.`,
    en: `You are reading an older map, up to ${month}.`,
  }),
  toNewest: { sv: 'Visa den senaste', en: 'Show the newest' },
  seal: (digest: string) => ({ sv: `Sigill: ${digest}`, en: `Seal: ${digest}` }),
  cameras: {
    sv: 'Var det finns kameror, varför och vem som ansvarar',
    en: 'Where there are cameras, why, and who is responsible',
  },
} satisfies Catalogue
