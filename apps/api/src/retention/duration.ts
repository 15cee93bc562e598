/** Years, months, weeks and days: the part of ISO 8601 that is of use for keeping things. */
const form = /^P(?=\d)(?:(\d{1,3})Y)?(?:(\d{1,4})M)?(?:(\d{1,4})W)?(?:(\d{1,5})D)?$/

export const isDuration = (text: string): boolean => form.test(text)

/** About how many days: to tell a longer time from a shorter. */
export function daysOf(duration: string): number {
  const [, years = '0', months = '0', weeks = '0', days = '0'] = form.exec(duration) ?? []
  return Number(years) * 365.25 + Number(months) * 30.44 + Number(weeks) * 7 + Number(days)
}
