import type { ReceiptMessage, ReportReason, ReportReceipt } from '../contract-reports.ts'
import type { Sql } from '../database/database.ts'
import type { CleanPicture } from '../uploads/clean-picture.ts'

/** As the database tells it: `place` by its id, measures with the days they were built and put in operation. */
export interface StoredReceipt {
  readonly gone?: 'withdrawn' | 'expired'
  readonly language: 'sv' | 'en'
  readonly report: string
  readonly state: ReportReceipt['state']
  readonly receivedOn: string
  readonly reasons: ReportReason[]
  readonly photo: boolean
  readonly place: string | null
  readonly messages: ReceiptMessage[]
  readonly measures: readonly {
    readonly layer: string
    readonly id: string
    readonly title: string
    readonly status: string
    readonly geometry: { readonly coordinates: [number, number] }
    readonly builtOn: string | null
    readonly operatesOn: string | null
  }[]
}

/** What the code with that SHA-256 opens; null where it opens nothing. */
export async function readReceipt(sql: Sql, code: Buffer): Promise<StoredReceipt | null> {
  const [row] = await sql<
    { receipt: StoredReceipt | null }[]
  >`select public_map.read_receipt(${code}) as receipt`
  return row!.receipt
}

export async function answerReceipt(
  sql: Sql,
  code: Buffer,
  id: string,
  text: string,
): Promise<'made' | 'same' | 'other' | 'many' | 'gone' | 'none'> {
  const [row] = await sql<{ how: 'made' }[]>`select public_map.answer_receipt(${code}, ${id}, ${text}) as how`
  return row!.how
}

export async function withdrawReport(sql: Sql, code: Buffer): Promise<'withdrawn' | 'expired' | 'none'> {
  const [row] = await sql<{ how: 'withdrawn' }[]>`select public_map.withdraw_report(${code}) as how`
  return row!.how
}

/** Keeps the photograph of a report once; `sent` is the SHA-256 of the file as it came. */
export async function addReportPhoto(
  sql: Sql,
  { report, code, sent, clean }: { report: string; code: Buffer; sent: Buffer; clean: CleanPicture },
): Promise<'made' | 'same' | 'other' | 'gone' | 'none'> {
  const [row] = await sql<{ how: 'made' }[]>`
    select public_map.add_report_photo(${report}, ${code}, ${clean.width}, ${clean.height}, ${sent},
      ${Buffer.from(clean.picture)}, ${Buffer.from(clean.thumbnail)}) as how`
  return row!.how
}
