import { incompleteGamma } from './incomplete-gamma.ts'

/** The chance of a Poisson count of at least `count` where `mean` is expected; counts in parts fall between the whole ones. */
export const poissonAtLeast = (count: number, mean: number): number =>
  count > 0 ? incompleteGamma(count, mean) : 1

/** The chance of a Poisson count of at most `count`, to sixteen places behind the point. */
export const poissonAtMost = (count: number, mean: number): number => 1 - incompleteGamma(count + 1, mean)
