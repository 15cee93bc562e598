import { addWeeks, weekBegins } from '@trygghetskartan/analysis'
import type { SectionKind } from '../contract-pictures.ts'
import type { DemoRows } from '../queries/demo-pictures.ts'

export interface DemoPicture {
  readonly texts: Readonly<Partial<Record<SectionKind, string>>>
  readonly rows: (week: string) => DemoRows
}

const attendance = (absent?: string): DemoRows['attendance'] =>
  (
    [
      ['Polisen, lokalpolisområde Kristianstad', 'Områdespolis'],
      ['Polisen, lokalpolisområde Kristianstad', 'Kommunpolis'],
      ['Kristianstads kommun', 'Trygghetssamordnare'],
      ['Kristianstads kommun', 'Gatuenheten'],
      ['Kristianstads kommun', 'Fältgruppen'],
      ['Bostadsbolaget', 'Trygghetsvärd'],
      ['Räddningstjänsten', 'Brandförebyggare'],
    ] as const
  ).map(([organisation, role]) => ({ organisation, function: role, present: role !== absent }))

/** The Friday so many weeks after. */
const friday = (week: string, weeks: number): string =>
  new Date(Date.parse(`${weekBegins(addWeeks(week, weeks))}T00:00:00Z`) + 4 * 86_400_000)
    .toISOString()
    .slice(0, 10)

/** Six weeks of the demonstration, the last one running: what the meeting wrote. Made up; nobody is in it. */
export const demoPictures: readonly DemoPicture[] = [
  {
    texts: {
      summary:
        'En vecka som liknar de föregående. Krogmiljön vid Stora torg dominerar på fredag och lördag natt, och cykelstölderna vid stationen fortsätter. I bostadsområdena är det lugnt.',
      changes:
        'Våld och ordningsstörningar i innerstaden ligger kvar på en hög nivå efter klockan 22. Inget område sticker ut på ett nytt sätt.',
      times: 'Tyngdpunkten ligger som tidigare på natten mot lördag och natten mot söndag.',
      reports:
        'Flera rapporter handlar om mörker på gångvägen mellan stationen och parkeringen. De har lämnats till gatuenheten.',
      measures:
        'Gatuenheten har felanmält de släckta armaturerna. Trygghetsvandring planeras med bostadsbolaget.',
      operations: 'Synlig närvaro vid torget båda helgnätterna, i övrigt ordinarie områdesarbete.',
      assessment:
        'Underlaget är för litet för att säga något om Österäng. Vi följer utvecklingen en vecka till.',
      ahead: 'Marknadsdag på lördag: fler besökare än vanligt i centrum från förmiddagen.',
    },
    rows: (week) => ({
      attendance: attendance('Brandförebyggare'),
      decisions: [
        {
          text: 'Belysningen på gångvägen vid stationen åtgärdas före månadsskiftet.',
          responsible: 'Gatuenheten',
        },
        {
          text: 'Krögarna runt torget kallas till möte om stängningstiderna.',
          responsible: 'Trygghetssamordnaren',
        },
      ],
      tasks: [
        {
          text: 'Laga släckta armaturer på gångvägen vid stationen',
          owner: 'Gatuenheten',
          due: friday(week, 2),
        },
        { text: 'Kalla krögarna runt torget till möte', owner: 'Trygghetssamordnaren', due: friday(week, 1) },
        {
          text: 'Följ upp anmälningarna på Österäng',
          owner: 'Områdespolis',
          due: friday(week, 2),
          internal: true,
        },
      ],
      done: [],
    }),
  },
  {
    texts: {
      summary:
        'Marknadsdagen gick lugnt till. Natten mot söndag var däremot stökig utanför restaurangerna vid torget.',
      changes:
        'Ordningsstörningarna i innerstaden är fler än de brukar. På Näsby har skadegörelsen minskat sedan fritidsgården fick längre öppettider.',
      times:
        'Kvällarna måndag till torsdag är lugna. Nästan allt i centrum händer mellan 22 och 03 på helgen.',
      reports: 'Färre rapporter än veckan före. Buskaget vid tunneln nämns två gånger.',
      measures: 'Mötet med krögarna är bokat. Röjningen vid tunneln är inlagd i höstens arbete.',
      operations: 'Synlig närvaro vid torget 22–03 fredag och lördag.',
      assessment:
        'Samma platser och tider återkommer. Vi föreslår att ordningsvakternas tider flyttas en timme framåt.',
      ahead: 'Lönehelg. Fältgruppen är ute båda kvällarna.',
    },
    rows: (week) => ({
      attendance: attendance(),
      decisions: [
        {
          text: 'Ordningsvakternas tider i centrum prövas 22–04 i stället för 21–03 under fyra veckor.',
          responsible: 'Kommunpolis',
        },
      ],
      tasks: [
        { text: 'Röj buskaget vid tunneln', owner: 'Gatuenheten', due: friday(week, 3) },
        { text: 'Ändra tiderna för ordningsvakter i centrum', owner: 'Kommunpolis', due: friday(week, 1) },
      ],
      done: ['Kalla krögarna'],
    }),
  },
  {
    texts: {
      summary:
        'Lönehelgen gav fler ingripanden i centrum men inga allvarliga skador. Cykelstölderna är färre sedan ställen vid stationen låstes in.',
      changes:
        'Cykelstölderna vid stationen ligger under det vanliga. Våldet vid torget är kvar på samma nivå trots fler vakter.',
      times: 'Topparna har flyttat något senare på natten, vilket stämmer med de nya vakttiderna.',
      reports: 'Rapporterna gäller mest mörker och nedskräpning. Alla har besvarats.',
      measures:
        'Krögarmötet är hållet. Alla serveringsställen runt torget deltar i samverkan från nästa helg.',
      operations: 'Riktad insats mot öppen narkotikahandel i parken, två kvällar.',
      assessment: 'Parken bör prioriteras före torget nästa vecka: det är där nya personer har synts.',
      ahead: 'Höstlov. Fritidsgårdarna har öppet dagtid.',
    },
    rows: (week) => ({
      attendance: attendance(),
      decisions: [
        { text: 'Fritidsgårdarna håller öppet till 22 hela lovet.', responsible: 'Kultur och fritid' },
        { text: 'Riktad insats i parken torsdag och fredag.', responsible: 'Områdespolis', internal: true },
      ],
      tasks: [
        {
          text: 'Sätt upp information om fritidsgårdarnas öppettider',
          owner: 'Fältgruppen',
          due: friday(week, 1),
        },
      ],
      done: ['Ändra tiderna', 'Laga släckta armaturer'],
    }),
  },
  {
    texts: {
      summary:
        'Lovveckan var lugnare än samma vecka tidigare år. Fältgruppen mötte många ungdomar vid stationen, utan ordningsproblem.',
      changes: 'Skadegörelsen vid skolorna är nästan borta under lovet. I övrigt är läget som vanligt.',
      times: 'Händelserna är jämnare spridda över dagarna än vanligt, som brukligt under lov.',
      reports: 'Få rapporter. En gäller höga farter på Näsby.',
      measures: 'Belysningen på gångvägen vid stationen är lagad. Röjningen vid tunneln börjar nästa vecka.',
      operations: 'Insatsen i parken är genomförd. Ny insats planeras inte nu.',
      assessment: 'Insatsen i parken flyttade handeln snarare än minskade den: vi ser den nu vid busstorget.',
      ahead: 'Mörkare kvällar: gatuenheten går igenom belysningen vid skolorna.',
    },
    rows: (week) => ({
      attendance: attendance('Trygghetsvärd'),
      decisions: [
        { text: 'Belysningen vid skolorna gås igenom före advent.', responsible: 'Gatuenheten' },
        { text: 'Fartmätning på Näsby.', responsible: 'Kommunpolis' },
      ],
      tasks: [
        { text: 'Gå igenom belysningen vid skolorna', owner: 'Gatuenheten', due: friday(week, 3) },
        { text: 'Mät farten på Näsby', owner: 'Kommunpolis', due: friday(week, 2) },
      ],
      done: ['Sätt upp information', 'Följ upp anmälningarna'],
    }),
  },
  {
    texts: {
      summary:
        'Våldet vid torget är tillbaka på nivån före lovet. Inbrottsförsök i källare har rapporterats från flera trapphus i samma kvarter.',
      changes:
        'Inbrottsförsöken är nya och ligger nära varandra i tid. Bostadsbolaget har informerat de boende och sett över portarna.',
      times: 'Inbrotten är kända som tidsspann dagtid; de är inte med i timfördelningen.',
      reports: 'Mörker är det vanligaste skälet till otrygghet, särskilt vid Gamlegårdens busshållplats.',
      measures: 'Röjningen vid tunneln är klar. Stöldskyddsrådgivning erbjuds i kvarteret.',
      operations: 'Synlig närvaro vid torget helgnätterna, riktat arbete mot inbrotten dagtid.',
      assessment:
        'Tillvägagångssättet är detsamma vid alla inbrottsförsök. Ytterligare uppgifter lämnas muntligt.',
      ahead: 'Julskyltning på söndag. Gemensam vandring i kvarteret med bostadsbolaget.',
    },
    rows: (week) => ({
      attendance: attendance(),
      decisions: [
        { text: 'Gemensam vandring i kvarteret torsdag kl. 17.', responsible: 'Bostadsbolaget' },
        { text: 'Stöldskyddsrådgivning i trapphusen under två veckor.', responsible: 'Kommunpolis' },
      ],
      tasks: [
        { text: 'Vandring med bostadsbolaget i kvarteret', owner: 'Trygghetsvärd', due: friday(week, 1) },
        {
          text: 'Ersätt trasig armatur vid Gamlegårdens busshållplats',
          owner: 'Gatuenheten',
          due: friday(week, 2),
        },
      ],
      done: ['Röj buskaget', 'Mät farten'],
    }),
  },
  {
    texts: {
      summary:
        'Preliminärt: veckan är inte slut. Hittills få händelser i bostadsområdena och inga nya inbrottsförsök.',
      reports: 'Rapporterna om busshållplatsen på Gamlegården fortsätter komma.',
      ahead: 'Att ta upp: tiderna för ordningsvakter efter försöksperioden, och närvaron under julhandeln.',
    },
    rows: (week) => ({
      attendance: [],
      decisions: [],
      tasks: [
        {
          text: 'Utvärdera försöket med ordningsvakternas tider',
          owner: 'Kommunpolis',
          due: friday(week, 1),
        },
      ],
      done: ['Vandring med bostadsbolaget'],
    }),
  },
]
