import type { ReportReason } from '@trygghetskartan/api/contract-reports'
import { useFormat } from '../messages/format.ts'
import { reasonWords } from '../messages/report-choices.ts'
import { useWords } from '../messages/wording.ts'

/** Reasons as one phrase: "Mörkt, trasig lampa och öde". */
export function useReasonNames(): (reasons: readonly ReportReason[]) => string {
  const t = useWords()
  const format = useFormat()
  return (reasons) => {
    const names = reasons.map((reason) => t(reasonWords[reason]))
    return format.list(names.map((name, at) => (at === 0 ? name : name[0]!.toLowerCase() + name.slice(1))))
  }
}
