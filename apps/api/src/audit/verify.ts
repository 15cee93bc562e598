import type { AuditVerification } from '../contract-admin.ts'
import type { Database } from '../database/database.ts'
import { type ChainEnds, readChain, readChainEnds, readHashes } from '../queries/audit.ts'
import type { Head } from './heads.ts'
import { type AuditProblem, problem } from './problems.ts'
import { ChainWalk } from './walk.ts'

/** Entries hold what objects were and became: few enough for the memory also where those are large. */
const page = 250
const headsAtOnce = 500
const maximumProblems = 100

/**
 * Recomputes the whole chain here, from the stored texts and columns, and compares it with the heads that were exported.
 * In pages, each a transaction of its own, so that work goes on meanwhile; what is written after the start is left for the next time.
 * Throws the signal's reason where it is aborted.
 */
export async function verifyAudit(
  database: Database,
  heads: () => AsyncIterable<Head | null> | Iterable<Head | null> = () => [],
  signal?: AbortSignal,
): Promise<AuditVerification> {
  for (let attempt = 1; ; attempt += 1) {
    const { verification, anchor } = await verifyOnce(database, heads(), signal)
    if (verification.ok || attempt === 3) return verification
    // Retention may have shortened the front while it was read.
    const now = await database.owner(readChainEnds)
    if (now.anchor.seq === anchor) return verification
  }
}

async function verifyOnce(
  database: Database,
  heads: AsyncIterable<Head | null> | Iterable<Head | null>,
  signal: AbortSignal | undefined,
): Promise<{ verification: AuditVerification; anchor: number }> {
  const ends = await database.owner(readChainEnds)
  const walk = new ChainWalk(ends.anchor)
  for (;;) {
    signal?.throwIfAborted()
    const rows = await database.owner((sql) => readChain(sql, walk.end.seq, ends.head.seq, page))
    for (const row of rows) walk.take(row)
    if (rows.length < page || walk.problems.length > maximumProblems) break
  }
  walk.finish()
  const problems = [...walk.problems, ...checkEnd(walk, ends)]
  const compared = await compareHeads(database, heads, ends)
  problems.push(...compared.problems)
  const verification: AuditVerification = {
    ok: problems.length === 0,
    checked: walk.checked,
    from: ends.anchor.seq + 1,
    head: ends.head.at === null ? null : { ...ends.head, at: ends.head.at },
    heads: compared.count,
    problems: problems.slice(0, maximumProblems),
  }
  return { verification, anchor: ends.anchor.seq }
}

function checkEnd(walk: ChainWalk, { head, last }: ChainEnds): AuditProblem[] {
  if (walk.problems.length > maximumProblems) return []
  if (walk.end.seq < head.seq) return [problem.tailMissing(walk.end.seq + 1, head.seq)]
  if (walk.end.hash !== head.hash || last > head.seq) return [problem.headMismatch(head.seq)]
  return []
}

/** Every exported head is still an entry of the chain, or was removed from its front by retention. */
async function compareHeads(
  database: Database,
  heads: AsyncIterable<Head | null> | Iterable<Head | null>,
  start: ChainEnds,
): Promise<{ count: number; problems: AuditProblem[] }> {
  const problems: AuditProblem[] = []
  let count = 0
  let longest = 0
  let { head } = start
  let waiting: Head[] = []
  const compare = async () => {
    const found = await database.owner(async (sql) => {
      head = (await readChainEnds(sql)).head
      return readHashes(
        sql,
        waiting.map(({ seq }) => seq),
      )
    })
    for (const { seq, hash } of waiting) {
      if (seq > head.seq) longest = Math.max(longest, seq)
      else if (seq === start.anchor.seq && hash !== start.anchor.hash)
        problems.push(problem.headMismatch(seq))
      else if (seq > start.anchor.seq && found.get(seq) !== undefined && found.get(seq) !== hash)
        problems.push(problem.headMismatch(seq))
    }
    waiting = []
  }
  for await (const one of heads) {
    if (!one) {
      problems.push(problem.unreadableHead())
      continue
    }
    count += 1
    waiting.push(one)
    if (waiting.length >= headsAtOnce) await compare()
  }
  await compare()
  if (longest > 0) problems.push(problem.tailMissing(head.seq + 1, longest))
  return { count, problems }
}
