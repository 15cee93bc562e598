/** Rings stitched from the ends of ways, and what could not be closed. Rings repeat their first node at the end. */
export interface StitchedRings {
  readonly rings: number[][]
  /** Open chains: their first and last node. */
  readonly open: { readonly from: number; readonly to: number }[]
}

/** Joins ways (node ids) end to end, turning them where needed, until each chain closes or has no continuation. */
export function stitchRings(ways: readonly ArrayLike<number>[]): StitchedRings {
  const rings: number[][] = []
  const open: StitchedRings['open'][number][] = []
  const atNode = new Map<number, Set<ArrayLike<number>>>()
  const rest = new Set<ArrayLike<number>>()
  for (const way of ways) {
    if (way.length < 2) continue
    if (way[0] === way[way.length - 1]) rings.push(Array.from(way))
    else {
      rest.add(way)
      endsOf(way).forEach((node) => {
        atNode.set(node, (atNode.get(node) ?? new Set()).add(way))
      })
    }
  }
  const take = (way: ArrayLike<number>) => {
    rest.delete(way)
    for (const node of endsOf(way)) atNode.get(node)?.delete(way)
  }
  for (const first of rest) {
    take(first)
    const chain = Array.from(first)
    extend(chain, atNode, take)
    if (chain[0] !== chain.at(-1)) {
      chain.reverse()
      extend(chain, atNode, take)
    }
    if (chain[0] === chain.at(-1)) rings.push(chain)
    else open.push({ from: chain[0]!, to: chain.at(-1)! })
  }
  return { rings, open }
}

function extend(
  chain: number[],
  atNode: ReadonlyMap<number, Set<ArrayLike<number>>>,
  take: (way: ArrayLike<number>) => void,
): void {
  while (chain[0] !== chain.at(-1)) {
    const end = chain.at(-1)!
    const next = atNode.get(end)?.values().next().value
    if (!next) return
    take(next)
    const nodes = Array.from(next)
    if (nodes[0] !== end) nodes.reverse()
    for (let index = 1; index < nodes.length; index += 1) chain.push(nodes[index]!)
  }
}

const endsOf = (way: ArrayLike<number>): [number, number] => [way[0]!, way[way.length - 1]!]
