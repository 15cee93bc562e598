/**
 * True for a ring that snap rounding leaves nothing of: thinner than the diagonal of half a unit, so that its edges pass
 * through its own corners' pixels and fold onto each other. ST_AsMVTGeom drops these, and so do we.
 * @param ring vertices in whole units, not closed.
 * @param area twice the area.
 */
export function isSliver(ring: Int32Array, count: number, area: number): boolean {
  if (count > mostVertices || Math.abs(area) > 1.5 * halfOutline(ring, count)) return false
  let snapped = 0
  for (let i = 0; i < count; i++) {
    const next = i + 1 === count ? 0 : i + 1
    snapped += snappedEdge(ring, count, i, next)
  }
  return snapped === 0
}

/** Rings with more corners are never that thin in practice, and the check is quadratic. */
const mostVertices = 64

const passed = new Int32Array(mostVertices)

/** The edge's part of twice the area, by way of the corners whose pixels it passes. */
function snappedEdge(ring: Int32Array, count: number, from: number, to: number): number {
  const ax = ring[from * 2]!
  const ay = ring[from * 2 + 1]!
  const dx = ring[to * 2]! - ax
  const dy = ring[to * 2 + 1]! - ay
  const reach = (Math.abs(dx) + Math.abs(dy)) / 2
  let found = 0
  for (let i = 0; i < count; i++) {
    const px = ring[i * 2]! - ax
    const py = ring[i * 2 + 1]! - ay
    if ((px === 0 && py === 0) || (px === dx && py === dy)) continue
    if (px < Math.min(0, dx) || px > Math.max(0, dx) || py < Math.min(0, dy) || py > Math.max(0, dy)) continue
    if (Math.abs(dx * py - dy * px) > reach) continue
    let at = found++
    const along = px * dx + py * dy
    while (at > 0 && alongOf(ring, passed[at - 1]!, ax, ay, dx, dy) > along) {
      passed[at] = passed[at - 1]!
      at--
    }
    passed[at] = i
  }
  const x0 = ring[0]!
  const y0 = ring[1]!
  let sum = 0
  let lastX = ax - x0
  let lastY = ay - y0
  for (let i = 0; i <= found; i++) {
    const corner = i === found ? to : passed[i]!
    const x = ring[corner * 2]! - x0
    const y = ring[corner * 2 + 1]! - y0
    sum += lastX * y - x * lastY
    lastX = x
    lastY = y
  }
  return sum
}

const alongOf = (ring: Int32Array, i: number, ax: number, ay: number, dx: number, dy: number): number =>
  (ring[i * 2]! - ax) * dx + (ring[i * 2 + 1]! - ay) * dy

/** Width and height of the ring's box together. */
function halfOutline(ring: Int32Array, count: number): number {
  let west = ring[0]!
  let east = west
  let north = ring[1]!
  let south = north
  for (let i = 1; i < count; i++) {
    const x = ring[i * 2]!
    const y = ring[i * 2 + 1]!
    if (x < west) west = x
    else if (x > east) east = x
    if (y < north) north = y
    else if (y > south) south = y
  }
  return east - west + south - north
}
