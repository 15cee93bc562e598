import { reportReasons } from '@trygghetskartan/layers/report-reasons'
import { useFormat } from '../messages/format.ts'
import { moderation as words } from '../messages/moderation.ts'
import { useText } from '../messages/text.ts'

/** Reasons that anybody may see. */
export const openReasons = reportReasons.filter((reason) => !('pointing' in reason))
export const isOpenReason = (value: string): boolean => openReasons.some((reason) => reason.value === value)

/** Reasons in words: "Mörkt, trasig lampa". */
export function useReasons(): (reasons: readonly string[]) => string {
  const t = useText()
  return (reasons) => {
    const [first = '', ...others] = reasons.map((value) => {
      const title = reportReasons.find((reason) => reason.value === value)?.title
      return title ? t(title) : value
    })
    return [first, ...others.map((one) => one.toLowerCase())].join(', ')
  }
}

const dayLength = 86_400_000

/** How much is left until a day, in words. */
export function useDue(): (dueOn: string, today: string) => string {
  const t = useText()
  return (dueOn, today) => {
    const left = Math.round((Date.parse(dueOn) - Date.parse(today)) / dayLength)
    return t(left < 0 ? words.lateBy(-left) : left === 0 ? words.dueToday : words.dueIn(left))
  }
}

/** "2026-11-01" as the month it is in: "november 2026". */
export function useMonth(): (month: string) => string {
  const format = useFormat()
  // The day is the first of the month in each language's long form: "1 november 2026", "1 November 2026".
  return (month) => format.date(month).replace(/^1 /, '')
}
