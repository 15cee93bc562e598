const most = 1_000_000_000

/** Digits alone: spaces group them, as Swedish and English write sums. */
const digits = (text: string) => text.replaceAll(/[\s\u00a0\u202f]/g, '')

/** Whether a typed sum is a whole number of kronor, or nothing. */
export const isAmount = (text: string): boolean =>
  digits(text) === '' || (/^\d{1,10}$/.test(digits(text)) && Number(digits(text)) <= most)

/** null for nothing typed; only for texts that are amounts. */
export const readAmount = (text: string): number | null => (digits(text) === '' ? null : Number(digits(text)))

/** As it is shown for editing. */
export const writeAmount = (amount: number | null): string =>
  amount === null ? '' : String(amount).replaceAll(/\B(?=(\d{3})+$)/g, ' ')
