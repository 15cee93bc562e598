import type { Catalogue } from './text.ts'

const count = (one: { sv: string; en: string }, several: { sv: string; en: string }) => (n: number) => ({
  sv: n === 1 ? one.sv : `${n} ${several.sv}`,
  en: n === 1 ? one.en : `${n} ${several.en}`,
})

/** Words of the queue of reports. */
export const moderation = {
  title: { sv: 'Rapporter om otrygga platser', en: 'Reports of unsafe places' },
  queue: { sv: 'Rapporter', en: 'Reports' },
  templates: { sv: 'Svarsmallar', en: 'Answer templates' },
  statistics: { sv: 'Statistik', en: 'Statistics' },
  parts: { sv: 'Rapporter, svarsmallar och statistik', en: 'Reports, answer templates and statistics' },
  toMap: { sv: 'Till kartan', en: 'To the map' },
  refused: {
    sv: 'Här går kommunens planerare igenom vad invånare har rapporterat. Logga in för att fortsätta.',
    en: 'This is where the municipality’s planners go through what residents have reported. Sign in to go on.',
  },
  lead: {
    sv: 'Svara inom tio arbetsdagar. Inget är publikt innan du har publicerat det.',
    en: 'Answer within ten working days. Nothing is public before you have published it.',
  },
  shows: { sv: 'Vilka rapporter', en: 'Which reports' },
  open: { sv: 'Öppna', en: 'Open' },
  quietQueue: { sv: 'Tysta kön', en: 'Quiet queue' },
  closed: { sv: 'Avslutade', en: 'Closed' },
  built: { sv: 'Klara åtgärder', en: 'Built measures' },
  quietHelp: {
    sv: 'Många rapporter från samma håll på kort tid. Läs dem när det finns tid; är de äkta, lyft ut dem ur den tysta kön.',
    en: 'Many reports from one source in a short time. Read them when there is time; if they are genuine, lift them out of the quiet queue.',
  },
  builtHelp: {
    sv: 'Allt som kopplats till de här platserna är byggt. Säg till de som rapporterade att det är klart.',
    en: 'All that was linked to these places is built. Tell those who reported that it is done.',
  },
  narrow: { sv: 'Urval', en: 'Selection' },
  all: { sv: 'Alla', en: 'All' },
  fresh: { sv: 'Nya', en: 'New' },
  lateOnes: { sv: 'Sena', en: 'Late' },
  mine: { sv: 'Mina', en: 'Mine' },
  repliedOnes: { sv: 'Nya svar', en: 'New replies' },
  none: { sv: 'Inga rapporter här', en: 'No reports here' },
  noneHelp: { sv: 'Allt är genomgånget.', en: 'All has been gone through.' },
  noneBuilt: { sv: 'Ingen plats väntar på att bli klar', en: 'No place waits to be done' },
  choose: { sv: 'Välj en rapport i listan', en: 'Choose a report in the list' },
  backToList: { sv: 'Till listan', en: 'To the list' },
  next: { sv: 'Nästa', en: 'Next' },

  new: { sv: 'Ny', en: 'New' },
  in_review: { sv: 'Granskas', en: 'In review' },
  published: { sv: 'Publicerad', en: 'Published' },
  handled: { sv: 'Åtgärdad', en: 'Handled' },
  declined: { sv: 'Avskriven', en: 'Declined' },
  replied: { sv: 'Nytt svar', en: 'New reply' },
  photo: { sv: 'Foto', en: 'Photo' },
  quiet: { sv: 'Tyst', en: 'Quiet' },
  noWords: { sv: 'Inga ord', en: 'No words' },
  together: (n: number) => ({ sv: `${n} hör ihop`, en: `${n} together` }),
  lateBy: count({ sv: '1 dag sen', en: '1 day late' }, { sv: 'dagar sen', en: 'days late' }),
  dueToday: { sv: 'Svara i dag', en: 'Answer today' },
  dueIn: count({ sv: '1 dag kvar', en: '1 day left' }, { sv: 'dagar kvar', en: 'days left' }),
  answered: { sv: 'Besvarad', en: 'Answered' },
  received: (day: string) => ({ sv: `Inkom ${day}`, en: `Received ${day}` }),
  dueOn: (day: string) => ({ sv: `svara senast ${day}`, en: `answer by ${day}` }),
  demo: { sv: 'Demonstrationsdata', en: 'Demonstration data' },

  markDone: { sv: 'Markera som åtgärdad', en: 'Mark as done' },
  markDoneOf: (place: string) => ({
    sv: `Markera som åtgärdad: ${place}`,
    en: `Mark as done: ${place}`,
  }),
  reportsBehind: count({ sv: '1 rapport', en: '1 report' }, { sv: 'rapporter', en: 'reports' }),
  supportsBehind: count({ sv: '1 ”jag också”', en: '1 “me too”' }, { sv: '”jag också”', en: '“me too”' }),
  isDone: { sv: 'Platsen är åtgärdad', en: 'The place is done' },
  open_report: { sv: 'Öppna rapporten', en: 'Open the report' },
} satisfies Catalogue
