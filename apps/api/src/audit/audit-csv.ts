import type { AuditEntry } from '../contract-admin.ts'
import { harmless, quoted } from '../csv.ts'
import type { Database } from '../database/database.ts'
import type { Language } from '../language.ts'
import { type AuditFilter, listAudit } from '../queries/audit-search.ts'

const page = 1000

const header = {
  sv: 'nr;tid;vem (id);vem;roll;från;vad;slag;objekt;före;efter;övrigt;hash',
  en: 'no;time;who (id);who;role;from;what;kind;object;before;after;detail;hash',
} as const satisfies Record<Language, string>

const cell = (value: unknown): string =>
  value === null || value === undefined
    ? ''
    : quoted(harmless(typeof value === 'string' ? value : JSON.stringify(value)))

const lineOf = (entry: AuditEntry): string =>
  [
    String(entry.seq),
    ...[entry.at, entry.actor.id, entry.actor.name, entry.actor.audience, entry.address, entry.action].map(
      cell,
    ),
    ...[entry.kind, entry.object, entry.before, entry.after, entry.detail, entry.hash].map(cell),
  ].join(';')

/** The trail as a table for a spreadsheet, newest first, page by page: semicolons and a byte order mark as Swedish ones expect. */
export async function* auditCsv(
  database: Database,
  filter: AuditFilter,
  language: Language,
): AsyncIterable<string> {
  yield `\ufeff${header[language]}\r\n`
  for (let before: number | null = null; ; ) {
    const entries: AuditEntry[] = await readPage(database, filter, before)
    if (entries.length > 0) yield `${entries.map(lineOf).join('\r\n')}\r\n`
    if (entries.length < page) return
    before = entries.at(-1)!.seq
  }
}

const readPage = (database: Database, filter: AuditFilter, before: number | null): Promise<AuditEntry[]> =>
  database.read('admin', (sql) => listAudit(sql, filter, { before, limit: page }))
