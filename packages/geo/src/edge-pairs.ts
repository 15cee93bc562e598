/** Straight edges as flat arrays: edge i runs from (x0[i], y0[i]) to (x1[i], y1[i]). */
export interface Edges {
  readonly length: number
  readonly x0: Float64Array
  readonly y0: Float64Array
  readonly x1: Float64Array
  readonly y1: Float64Array
}

/**
 * Calls `visit` with each pair of edges whose boxes touch, until it returns true.
 * A binary tree of boxes over neighbouring edges is joined with itself: edges that follow each other along a ring lie
 * close together, so for the outlines people draw this takes about n log n steps.
 */
export function someTouchingPair(edges: Edges, visit: (i: number, j: number) => boolean): boolean {
  const { length } = edges
  if (length < 2) return false
  let leaves = 1
  while (leaves < length) leaves *= 2
  const boxes = boxTree(edges, leaves)

  const apart = (a: number, b: number) =>
    boxes[4 * a]! > boxes[4 * b + 2]! ||
    boxes[4 * b]! > boxes[4 * a + 2]! ||
    boxes[4 * a + 1]! > boxes[4 * b + 3]! ||
    boxes[4 * b + 1]! > boxes[4 * a + 3]!

  // Both nodes are always on the same level of the tree.
  const across = (a: number, b: number): boolean => {
    if (apart(a, b)) return false
    if (a >= leaves) return visit(a - leaves, b - leaves)
    return (
      across(2 * a, 2 * b) ||
      across(2 * a, 2 * b + 1) ||
      across(2 * a + 1, 2 * b) ||
      across(2 * a + 1, 2 * b + 1)
    )
  }
  const inside = (node: number): boolean =>
    node < leaves && (inside(2 * node) || inside(2 * node + 1) || across(2 * node, 2 * node + 1))
  return inside(1)
}

/** Node 1 is the root, node k has children 2k and 2k+1, leaf i is node leaves+i; empty leaves touch nothing. */
function boxTree({ length, x0, y0, x1, y1 }: Edges, leaves: number): Float64Array {
  const boxes = new Float64Array(8 * leaves)
  for (let i = 0; i < leaves; i++) {
    const at = 4 * (leaves + i)
    const used = i < length
    boxes[at] = used ? Math.min(x0[i]!, x1[i]!) : Infinity
    boxes[at + 1] = used ? Math.min(y0[i]!, y1[i]!) : Infinity
    boxes[at + 2] = used ? Math.max(x0[i]!, x1[i]!) : -Infinity
    boxes[at + 3] = used ? Math.max(y0[i]!, y1[i]!) : -Infinity
  }
  for (let node = leaves - 1; node >= 1; node--) {
    const left = 8 * node
    const right = left + 4
    boxes[4 * node] = Math.min(boxes[left]!, boxes[right]!)
    boxes[4 * node + 1] = Math.min(boxes[left + 1]!, boxes[right + 1]!)
    boxes[4 * node + 2] = Math.max(boxes[left + 2]!, boxes[right + 2]!)
    boxes[4 * node + 3] = Math.max(boxes[left + 3]!, boxes[right + 3]!)
  }
  return boxes
}
