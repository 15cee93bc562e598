import { layers } from '@trygghetskartan/layers'
import { readHeads } from '../audit/heads.ts'
import { verifyAudit } from '../audit/verify.ts'
import type { Database } from '../database/database.ts'
import { compileJob } from '../pictures/compile-job.ts'
import { countIncidentsOfQuarter } from '../queries/incident-squares.ts'
import { releaseJob } from '../releases/release-job.ts'
import { type Retention, retentionJob } from '../retention/retention.ts'
import type { Job } from './job.ts'

export interface ShippedJobs {
  readonly database: Database
  readonly retention: Retention
  readonly exportHead: () => Promise<{ seq: number } | null>
  /** Where the exported heads are. */
  readonly heads: string
}

/** What this server does by itself. */
export const shippedJobs = ({ database, retention, exportHead, heads }: ShippedJobs): readonly Job[] => [
  {
    id: 'retention',
    title: { sv: 'Gallring', en: 'Retention' },
    everySeconds: 86_400,
    hour: 2,
    async run(signal) {
      const { removed } = await retention.run(retentionJob, signal)
      return removed
        .filter(({ rows }) => rows > 0)
        .map(({ kind, rows }) => `${kind} ${rows}`)
        .join(', ')
    },
  },
  {
    id: 'audit-heads',
    title: { sv: 'Export av spårloggens kedjehuvud', en: 'Export of the audit trail’s head' },
    everySeconds: 600,
    async run() {
      const head = await exportHead()
      return head && `#${head.seq}`
    },
  },
  {
    id: 'audit-verification',
    title: { sv: 'Kontroll av spårloggen', en: 'Verification of the audit trail' },
    everySeconds: 86_400,
    hour: 1,
    async run(signal) {
      const { ok, checked, problems } = await verifyAudit(database, () => readHeads(heads), signal)
      if (!ok) throw new Error(problems.map(({ text }) => `${text.sv} / ${text.en}`).join('\n'))
      return `${checked} ✓`
    },
  },
  compileJob({ database, layers }),
  releaseJob(database),
  {
    id: 'incident-squares',
    title: { sv: 'Räkning av händelser i rutor', en: 'Counting of incidents in squares' },
    everySeconds: 3600,
    async run() {
      return (await database.owner(countIncidentsOfQuarter)) ? '✓' : null
    },
  },
]
