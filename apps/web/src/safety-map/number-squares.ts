import type { ReleaseSquare } from '@trygghetskartan/api/contract-releases'

/** The number of each square within its area, from the north-west as one reads: the same every month, since the squares are. */
export function numberSquares(
  squares: readonly Pick<ReleaseSquare, 'square' | 'area'>[],
): ReadonlyMap<string, number> {
  const numbers = new Map<string, number>()
  const counted = new Map<string, number>()
  for (const { square, area } of squares.toSorted((a, b) => order(a.square, b.square))) {
    const number = (counted.get(area) ?? 0) + 1
    counted.set(area, number)
    numbers.set(square, number)
  }
  return numbers
}

/** 'E447250N6209000': northernmost first, then from the west. */
function order(a: string, b: string): number {
  const [eastA = 0, northA = 0] = cornerOf(a)
  const [eastB = 0, northB = 0] = cornerOf(b)
  return northB - northA || eastA - eastB
}

const cornerOf = (name: string): number[] => (name.match(/-?\d+/g) ?? []).map(Number)
