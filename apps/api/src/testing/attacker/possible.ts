import {
  type Batch,
  batchesOf,
  inForce,
  type Rules,
  type Squares,
  tellSquare,
  type Waiting,
} from '@trygghetskartan/privacy'

/** Numbers of reports a month that are tried: every one that is to be protected, and enough above. */
const tried = [0, 1, 2, 3, 4, 5, 6, 10]
/** A number below five is to be one of so many that follow each other. */
const least = 5

/** For each way a square can be told of over so many months: what each month's number can have been, for whoever knows the rules. */
export function possibleNumbers(
  rules: Rules,
  months: number,
): ReadonlyMap<string, readonly ReadonlySet<number>[]> {
  const known = new Map<string, Set<number>[]>()
  for (let code = 0; code < tried.length ** months; code += 1) {
    const numbers = Array.from(
      { length: months },
      (_, i) => tried[Math.floor(code / tried.length ** i) % tried.length]!,
    )
    const key = toldOf(numbers, rules)
    const sets = known.get(key) ?? numbers.map(() => new Set<number>())
    known.set(key, sets)
    numbers.forEach((number, i) => void sets[i]!.add(number))
  }
  return known
}

/** True where a number below five is known more closely than it may be. */
export const isNarrow = (set: ReadonlySet<number>): boolean =>
  Math.min(...set) < least &&
  ![...set].some((from) => Array.from({ length: least }, (_, i) => from + i).every((value) => set.has(value)))

const alone: Squares = new Map([['one', new Set([''])]])

function toldOf(numbers: readonly number[], rules: Rules): string {
  let waiting: Waiting[] = []
  const batches: Batch[] = []
  return numbers
    .map((number, month) => {
      for (let i = 0; i < number; i += 1)
        waiting.push({ id: `${month}-${i}`, square: 'one', area: '', reasons: [], since: month, told: false })
      const made = batchesOf(month, waiting, batches, alone, rules)
      batches.push(...made)
      if (made.length > 0) waiting = []
      return tellSquare('one', inForce(batches, month, rules), rules).level
    })
    .join()
}
