/**
 * Corners of the smallest convex area that holds the points, anticlockwise and not closed: one or two where the points
 * have no area. Monotone chain (Andrew 1979).
 */
export function convexHull(points: readonly (readonly [number, number])[]): [number, number][] {
  const sorted = points.toSorted((a, b) => a[0] - b[0] || a[1] - b[1])
  const half = (list: readonly (readonly [number, number])[]): [number, number][] => {
    const chain: [number, number][] = []
    for (const [x, y] of list) {
      for (;;) {
        const [b, a] = [chain.at(-1), chain.at(-2)]
        if (b && b[0] === x && b[1] === y) chain.pop()
        else if (a && b && (b[0] - a[0]) * (y - a[1]) - (b[1] - a[1]) * (x - a[0]) <= 0) chain.pop()
        else break
      }
      chain.push([x, y])
    }
    return chain
  }
  const lower = half(sorted)
  if (lower.length < 2) return lower
  return [...lower.slice(0, -1), ...half(sorted.toReversed()).slice(0, -1)]
}
