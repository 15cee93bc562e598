/** What is counted apart, each with a budget of its own. */
export const budgets = ['tiles', 'reads', 'writes', 'imports', 'photos', 'sign-in', 'reports'] as const
export type Budget = (typeof budgets)[number]

/** Requests a minute of one account, token or address, of reports an hour; Infinity where nothing is counted. */
export type Rates = Readonly<Record<Budget, number>>

/** Wide enough for an office behind one address and a browser test on one machine, and far below what a script can ask. */
export const defaultRates: Rates = {
  tiles: 12_000,
  reads: 3000,
  writes: 600,
  imports: 30,
  photos: 60,
  'sign-in': 120,
  reports: 120,
}

const unlimited = Object.fromEntries(budgets.map((budget) => [budget, Infinity])) as Rates

/** "off", or pairs such as "reads=600,sign-in=20"; what is not named keeps its default. Throws Error naming what cannot be read. */
export function parseRates(text: string): Rates {
  if (text.trim() === 'off') return unlimited
  const pairs = text.split(/[\s,]+/).filter(Boolean)
  const given = pairs.map((pair) => {
    const [, name = '', number = ''] = /^([a-z-]+)=(\d{1,9})$/.exec(pair) ?? []
    const budget = budgets.find((one) => one === name)
    if (!budget || Number(number) < 1)
      throw new Error(`"${pair}" is none of ${budgets.map((one) => `${one}=n`).join(', ')}`)
    return [budget, Number(number)] as const
  })
  return { ...defaultRates, ...Object.fromEntries(given) }
}
