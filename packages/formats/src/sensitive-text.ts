/** What should not stand in a free text: it may point out a person. */
export interface SensitiveFind {
  readonly kind: 'identity-number' | 'phone' | 'email' | 'plate' | 'name'
  readonly text: string
}

/**
 * Personal identity and coordination numbers (checked by date and Luhn), phone numbers, e-mail addresses, number
 * plates, and words that look like a person's name (a hint only). Each text is told once, in the order found.
 */
export function findSensitive(text: string): SensitiveFind[] {
  const finds: SensitiveFind[] = [
    ...matches(text, /(?<![\d-])(?:\d{2})?\d{6}[-+ ]?\d{4}(?![\d-])/g)
      .filter(isIdentityNumber)
      .map((match) => ({ kind: 'identity-number' as const, text: match })),
    ...matches(text, /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g).map((match) => ({
      kind: 'email' as const,
      text: match,
    })),
    ...matches(text, /(?<![\w/-])(?:\+46|0046|0)[\s-]?(?:\(0\))?[1-9](?:[\s-]?\d){6,9}(?![\d/])/g)
      .filter((match) => !isIdentityNumber(match))
      .map((match) => ({ kind: 'phone' as const, text: match.trim() })),
    ...matches(text, /(?<![\wÅÄÖåäö])[A-HJ-PR-UW-Z]{3} ?\d{2}[A-HJ-NPR-UW-Z\d](?![\wÅÄÖåäö])/g)
      .filter((match) => !notPlates.has(match.slice(0, 3)))
      .map((match) => ({ kind: 'plate' as const, text: match })),
    ...names(text),
  ]
  return finds.filter(({ text: own }, i) => finds.findIndex((other) => other.text === own) === i)
}

const matches = (text: string, pattern: RegExp): string[] => text.match(pattern) ?? []

/** Three letters before a figure that mean something else in plans: light sources, currencies, standards. */
const notPlates = new Set([
  'LED',
  'SEK',
  'EUR',
  'USD',
  'NOK',
  'DKK',
  'GPS',
  'RAL',
  'NCS',
  'LUX',
  'KRS',
  'LGH',
  'MAX',
  'PTZ',
])

function isIdentityNumber(text: string): boolean {
  const digits = text.replace(/\D/g, '').slice(-10)
  if (digits.length !== 10) return false
  const month = Number(digits.slice(2, 4))
  const day = Number(digits.slice(4, 6)) % 60
  return month >= 1 && month <= 12 && day >= 1 && day <= 31 && passesLuhn(digits)
}

function passesLuhn(digits: string): boolean {
  const sum = [...digits].reduce((total, digit, i) => {
    const value = Number(digit) * (i % 2 === 0 ? 2 : 1)
    return total + (value > 9 ? value - 9 : value)
  }, 0)
  return sum % 10 === 0
}

/** Common given names in Sweden (Statistics Sweden's lists of names borne); a hint needs no more. */
const givenNames = new Set(
  `Adam Ahmed Ali Alice Amanda Amina Anders Andreas Anette Anita Ann Anna Annika Anton Arne Astrid Axel Barbro
  Bengt Birgitta Björn Bo Britt Camilla Carina Caroline Cecilia Charlotte Christer Christina Dan Daniel David
  Ebba Elin Elisabeth Ella Elsa Emil Emilia Emma Erik Erika Eva Fatima Felix Filip Fredrik Frida Gunilla Gustav
  Göran Hanna Hans Hassan Helena Henrik Hugo Håkan Ida Inger Ingrid Jan Jenny Jens Jessica Johan Johanna Johannes
  John Jonas Josefin Julia Karin Karl Kerstin Kjell Klara Kristina Kurt Lars Leif Lena Lennart Linda Linnea Lisa
  Lucas Magnus Malin Margareta Maria Marie Marcus Martin Matilda Mats Mattias Mikael Mohamed Monica Nils Olof
  Oscar Patrik Per Peter Petra Rasmus Robert Robin Roger Rolf Sandra Sara Sebastian Simon Sofia Stefan Sten Stig
  Susanne Sven Therese Thomas Tobias Tommy Ulf Ulla Ulrika Victoria Viktor Åke Åsa Örjan`.split(/\s+/),
)
const placeWord =
  /(?:gata|gatan|väg|vägen|gränd|torg|torget|plats|plan|park|parken|allé|bro|bron|skola|skolan|kyrka|stig|led|backe|rondell)s?$/i

function names(text: string): SensitiveFind[] {
  const pairs = text.matchAll(
    /(?<![\wåäöÅÄÖ])(?=([A-ZÅÄÖ][a-zåäöé]+) ([A-ZÅÄÖ][a-zåäöé]+(?:-[A-ZÅÄÖ][a-zåäöé]+)?)(?: ([a-zåäö]+))?)/g,
  )
  return [...pairs]
    .filter(
      ([, given = '', ...rest]) => givenNames.has(given) && !rest.some((word) => placeWord.test(word ?? '')),
    )
    .map(([, given, family]) => ({ kind: 'name', text: `${given} ${family}` }))
}
