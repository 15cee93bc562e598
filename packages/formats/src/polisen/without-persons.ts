import { findSensitive } from '../sensitive-text.ts'

/** Words that say something of somebody: who it was, how old, what became of them, what they are suspected of. */
const persons = [
  'man|mannen|män|männen|kvinna|kvinnan|kvinnor|kvinnorna|pojke|pojken|pojkar|pojkarna|flicka|flickan|flickor|flickorna',
  'person|personen|personer|personerna|ungdom|ungdomar|ungdomarna|yngling|tonåring|tonåringar|barn|barnet|barnen|elev|eleven|elever',
  'förare|föraren|förarna|passagerare|cyklist|cyklisten|fotgängare|gångtrafikant|motorcyklist|motorcyklisten|mopedist|mopedisten',
  'gärningsman|gärningsmannen|gärningsmän|målsägande|målsäganden|offer|offret|vittne|vittnen|patient|patienten|kund|kunden',
  'polisman|polismannen|väktare|väktaren|ordningsvakt|ordningsvakten|anställd|anställda|granne|grannen|partner|bekant',
  'gripen|gripna|gripits|grips|greps|anhållen|anhållna|anhållits|häktad|häktats|åtalas|bötfälls|omhändertas|omhändertagen',
  'avliden|avlidne|avlidit|död|döda|omkommen|omkommit|skadad|skadade|skadats|skadas|sjukhus|sjukhuset|försvunnen|anträffad',
]
const personal = new RegExp(
  [
    `(?<!\\p{L})(${persons.join('|')})(?!\\p{L})`,
    // "misstänkt" in all its forms, and as it is mistyped.
    'mi\\p{L}{0,3}tänk|årsåldern|\\d+[- ]?åri',
    '(?<!\\d)\\d{1,3} år(?!\\p{L})|(?<!\\p{L})född \\d',
    // Personal identity numbers, telephone numbers, number plates.
    '\\d{6}[- ]?\\d{4}|(?<!\\d)0\\d{1,3}[- ]\\d{2,3} ?\\d{2}|(?<!\\p{L})[A-ZÅÄÖ]{3} ?\\d{2}[A-Z0-9](?![\\p{L}\\d])',
  ].join('|'),
  'iu',
)

const sentences = new Intl.Segmenter('sv', { granularity: 'sentence' })

const speaksOfSomebody = (text: string): boolean => personal.test(text) || findSensitive(text).length > 0

/** The sentences of a text that speak of events and things alone, and name nobody; null where none is left. */
export function withoutPersons(text: string): string | null {
  const whole = text.trim()
  if (!speaksOfSomebody(whole)) return whole || null
  const kept = [...sentences.segment(whole)]
    .map(({ segment }) => segment.trim())
    .filter((sentence) => !speaksOfSomebody(sentence))
  return kept.join(' ') || null
}
