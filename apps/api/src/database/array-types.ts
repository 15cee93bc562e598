import type postgres from 'postgres'

/** Element type -> array type: PostgreSQL's own, whose numbers never change (src/include/catalog/pg_type.dat). */
const arrayOf: Readonly<Record<number, number>> = {
  16: 1000, // boolean
  19: 1003, // name
  20: 1016, // bigint
  21: 1005, // smallint
  23: 1007, // integer
  25: 1009, // text
  114: 199, // json
  700: 1021, // real
  701: 1022, // double precision
  1043: 1015, // character varying
  1082: 1182, // date
  1184: 1185, // timestamp with time zone
  1700: 1231, // numeric
  2950: 2951, // uuid
  3802: 3807, // jsonb
}

type Write = (value: unknown) => string
type Read = (text: string) => unknown

interface DriverTypes {
  parsers: Record<number, (Read & { array?: boolean }) | undefined>
  serializers: Record<number, Write | undefined>
  shared: { typeArrayMap: Record<number, number> }
}

/**
 * Teaches a driver the arrays it would otherwise ask each new connection about: a question nobody waits for, so that a connection
 * lost in the middle of it would end the process instead of failing a query.
 */
export function teachArrays(sql: postgres.Sql): void {
  const { parsers, serializers, shared } = sql.options as unknown as DriverTypes
  for (const [element, array] of Object.entries(arrayOf).map(
    ([key, value]) => [Number(key), value] as const,
  )) {
    const [read, write] = [parsers[element], serializers[element]]
    shared.typeArrayMap[element] = array
    parsers[array] = Object.assign((text: string) => readArray(text, read), { array: true })
    serializers[array] = (value) => writeArray(value, write)
  }
}

const quoted = (text: string): string => `"${text.replace(/["\\]/g, '\\$&')}"`

/** An array literal (PostgreSQL manual, 8.15.2). A value that is a literal already stays as it is. */
export function writeArray(value: unknown, write: Write = String): string {
  if (!Array.isArray(value)) return String(value)
  const items = value.map((item) => {
    if (item === null || item === undefined) return 'NULL'
    return Array.isArray(item) ? writeArray(item, write) : quoted(write(item))
  })
  return `{${items.join(',')}}`
}

/** Reads an array literal, nested ones too. */
export function readArray(text: string, read: Read = (item) => item): unknown[] {
  let at = text.indexOf('{')
  const item = (): unknown => {
    if (text[at] === '{') return list()
    if (text[at] === '"') {
      let word = ''
      for (at++; text[at] !== '"'; at++) word += text[at] === '\\' ? text[++at] : text[at]
      at++
      return read(word)
    }
    const end = text.slice(at).search(/[,}]/) + at
    const word = text.slice(at, end)
    at = end
    return word === 'NULL' ? null : read(word)
  }
  const list = (): unknown[] => {
    const items: unknown[] = []
    at++
    while (text[at] !== '}') {
      items.push(item())
      if (text[at] === ',') at++
    }
    at++
    return items
  }
  return list()
}
