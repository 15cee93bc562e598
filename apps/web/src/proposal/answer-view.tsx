import type { ProposalRequest, ProposalResult, ProposedSite } from '@trygghetskartan/siting'
import type { ReactNode } from 'react'
import { useFormat } from '../messages/format.ts'
import { proposal as words } from '../messages/proposal.ts'
import { useText } from '../messages/text.ts'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { Empty } from '../ui/note.tsx'
import { saveJson, saveText } from '../ui/save-file.ts'
import styles from './answer.module.css'
import { AnswerSummary } from './answer-summary.tsx'
import { proposalCsv } from './export-proposal.ts'
import { Fold } from './fold.tsx'
import { MeansTable } from './means-table.tsx'
import shared from './proposal.module.css'
import { SiteList } from './site-list.tsx'
import { rankedSites } from './site-words.ts'

interface AnswerViewProps {
  readonly request: ProposalRequest
  readonly seed: number
  readonly result: ProposalResult
  /** It is still being reckoned. */
  readonly busy: boolean
  readonly looked: string | null
  readonly onLook: (id: string | null) => void
  readonly mark: (site: ProposedSite, number: number) => ReactNode
  /** What one may do with the chosen places. */
  readonly children?: ReactNode
}

/** An answer: what it reaches and how far from the best it can be, the less intrusive means first, then the places. */
export function AnswerView({ request, seed, result, busy, looked, onLook, mark, children }: AnswerViewProps) {
  const t = useText()
  const format = useFormat()
  const count = (value: number) => format.number(value)
  const { demand, merged, candidates } = result.size
  return (
    <div className={styles.answer} aria-busy={busy || undefined}>
      <AnswerSummary result={result} rules={request.rules} />
      <MeansTable result={result} busy={busy} />
      {result.sites.length > 0 ? (
        <SiteList sites={rankedSites(result)} looked={looked} onLook={onLook} mark={mark} />
      ) : (
        <Empty title={t(words.nothing)}>
          <p>{t(words.nothingHelp)}</p>
        </Empty>
      )}
      {children}
      <Fold title={t(words.assumptions(result.assumptions.length))}>
        <ul className={styles.assumptions}>
          <li>{t(words.size(count(demand), count(merged), count(candidates)))}</li>
          {result.assumptions.map((one) => (
            <li key={one.sv}>{t(one)}</li>
          ))}
        </ul>
      </Fold>
      <div className={shared.row}>
        <Button
          size="s"
          icon={<Icon name="download" size={16} />}
          onClick={() => saveText('forslag.csv', proposalCsv(result, t, format), 'text/csv')}
        >
          {t(words.exportCsv)}
        </Button>
        <Button
          size="s"
          icon={<Icon name="download" size={16} />}
          onClick={() => saveJson('forslag.json', { request, seed, result })}
        >
          {t(words.exportJson)}
        </Button>
      </div>
    </div>
  )
}
