/** How a sum stands to its budget. */
export interface BudgetStand {
  readonly sum: number
  /** null where none is set. */
  readonly budget: number | null
  /** Left of the budget; negative where it is passed, null without a budget. */
  readonly left: number | null
  /** Of the longer of sum and budget, 0 to 1: the bar's filled part and the budget's mark. */
  readonly filled: number
  readonly mark: number
}

/** A budget of zero is a budget: any cost passes it. */
export function budgetStand(sum: number, budget: number | null): BudgetStand {
  const whole = Math.max(sum, budget ?? 0)
  return {
    sum,
    budget,
    left: budget === null ? null : budget - sum,
    filled: whole > 0 ? sum / whole : 0,
    mark: budget !== null && whole > 0 ? budget / whole : 1,
  }
}
