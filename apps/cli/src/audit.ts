import { existsSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { auditCsv } from '@trygghetskartan/api/audit/audit-csv'
import { type Head, headsFile, readHeads } from '@trygghetskartan/api/audit/heads'
import { verifyAudit } from '@trygghetskartan/api/audit/verify'
import type { AuditVerification } from '@trygghetskartan/api/contract-admin'
import type { Database } from '@trygghetskartan/api/database/database'
import { type AuditEvent, appendAudit } from '@trygghetskartan/api/queries/audit'
import { type Command, type CommandIo, UsageError } from './command.ts'
import { operator, withTarget } from './open-target.ts'

/** The last one alone commits to all before it; the others say where a rewritten trail begins. */
const headsSent = 5000

/** Verifies the audit trail against its exported heads, and writes it out. */
export const command: Command = {
  usage: 'verify [--heads <file>] [--json] | export [--from <date>] [--to <date>]',
  summary: {
    sv: 'Kontrollera spårloggens kedja, eller skriv ut loggen som CSV',
    en: 'Verify the chain of the audit trail, or write the trail as CSV',
  },
  run([action, ...rest], io) {
    if (action === 'verify') return verify(rest, io)
    if (action === 'export') return exportTrail(rest, io)
    throw new UsageError({ sv: 'Ange verify eller export.', en: 'Give verify or export.' })
  },
}

function optionsOf<T extends Record<string, { type: 'string' | 'boolean' }>>(
  args: readonly string[],
  options: T,
) {
  try {
    return parseArgs({ args: [...args], options }).values
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error)
    throw new UsageError({ sv: words, en: words })
  }
}

async function verify(args: readonly string[], io: CommandIo): Promise<number> {
  const { heads: file, json } = optionsOf(args, { heads: { type: 'string' }, json: { type: 'boolean' } })
  if (file && !existsSync(file))
    throw new UsageError({ sv: `${file} finns inte.`, en: `${file} does not exist.` })
  const found = await withTarget<AuditVerification>(io, {
    async here(database) {
      const kept = headsFile(io.env.DATA_FOLDER || '.data')
      const verification = await verifyAudit(database, () => both(kept, file))
      const { ok, checked, heads } = verification
      await record(database, {
        action: 'audit.verified',
        kind: 'audit',
        object: null,
        detail: { ok, checked, heads },
      })
      return verification
    },
    async there(ask) {
      const response = await ask('POST', '/api/audit/verification', { heads: await lastHeads(file) })
      return (await response.json()) as AuditVerification
    },
  })
  if (json) io.out(JSON.stringify(found))
  else tellFound(found, io)
  return found.ok ? 0 : 1
}

async function* both(kept: string, given: string | undefined): AsyncIterable<Head | null> {
  yield* readHeads(kept)
  if (given) yield* readHeads(given)
}

async function lastHeads(file: string | undefined): Promise<Head[]> {
  const heads: Head[] = []
  if (!file) return heads
  for await (const head of readHeads(file)) {
    if (!head)
      throw new UsageError({
        sv: `${file} har en rad som inte är ett kedjehuvud.`,
        en: `${file} has a line that is no head.`,
      })
    heads.push(head)
    if (heads.length > headsSent) heads.shift()
  }
  return heads
}

function tellFound(
  { ok, checked, from, head, heads, problems }: AuditVerification,
  { out, tell, language }: CommandIo,
): void {
  for (const { kind, text } of problems) out(`${kind}\t${text[language]}`)
  const reach = head ? `${from}–${head.seq}` : '–'
  if (ok)
    tell({
      sv: `Spårloggen är hel: ${checked} poster (${reach}), jämförda med ${heads} exporterade kedjehuvuden.`,
      en: `The audit trail is whole: ${checked} entries (${reach}), compared with ${heads} exported heads.`,
    })
  else
    tell({
      sv: `Spårloggen är INTE hel: ${problems.length} fel bland ${checked} poster (${reach}).`,
      en: `The audit trail is NOT whole: ${problems.length} faults among ${checked} entries (${reach}).`,
    })
}

async function exportTrail(args: readonly string[], io: CommandIo): Promise<number> {
  const filter = optionsOf(args, { from: { type: 'string' }, to: { type: 'string' } })
  for (const given of Object.values(filter))
    if (Number.isNaN(Date.parse(given)))
      throw new UsageError({
        sv: `${given} är ingen tid (2026-11-22).`,
        en: `${given} is no time (2026-11-22).`,
      })
  await withTarget<void>(io, {
    async here(database) {
      await record(database, { action: 'audit.exported', kind: 'audit', object: null, detail: filter })
      for await (const lines of auditCsv(database, filter, io.language)) io.out(lines.replace(/\n$/, ''))
    },
    async there(ask) {
      const query = new URLSearchParams(filter as Record<string, string>)
      const response = await ask('GET', `/api/audit.csv?${query}`)
      // What ends in the middle of a line waits for the rest of it.
      let rest = ''
      for await (const text of (response.body ?? new ReadableStream()).pipeThrough(
        new TextDecoderStream('utf-8', { ignoreBOM: true }),
      )) {
        const lines = `${rest}${text}`.split('\n')
        rest = lines.pop() ?? ''
        for (const line of lines) io.out(line)
      }
    },
  })
  return 0
}

const record = (database: Database, event: AuditEvent): Promise<void> =>
  database.write(operator, (sql) => appendAudit(sql, event))
