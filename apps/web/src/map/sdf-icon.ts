/** Side of a layer icon's own box. */
const box = 15
/** Pixels drawn for each unit of the box; MapLibre is told the same as its pixel ratio. */
export const iconPixelRatio = 2
/** How far beyond the outline distances are kept, in pixels: MapLibre's convention for halos. */
const radius = 8
const cutoff = 0.25
const far = 1e20

/**
 * A layer's icon as a signed distance field, so that its style can colour it and give it a halo.
 * Distances by Felzenszwalb and Huttenlocher's transform, encoded as MapLibre's own glyphs are.
 */
export function sdfIcon(path: string): ImageData {
  const pad = radius
  const size = box * iconPixelRatio + 2 * pad
  const context = new OffscreenCanvas(size, size).getContext('2d', { willReadFrequently: true })
  if (!context) throw new Error('No canvas to draw icons on')
  context.translate(pad, pad)
  context.scale(iconPixelRatio, iconPixelRatio)
  context.fill(new Path2D(path))
  const drawn = context.getImageData(0, 0, size, size)
  const distances = signedDistances(alphaOf(drawn.data), size)
  const image = new ImageData(size, size)
  distances.forEach((distance, i) => {
    image.data[4 * i + 3] = Math.round(255 - 255 * (distance / radius + cutoff))
  })
  return image
}

const alphaOf = (rgba: Uint8ClampedArray) =>
  Float64Array.from({ length: rgba.length / 4 }, (_, i) => rgba[4 * i + 3]! / 255)

/** Distance in pixels to the outline, negative inside, for coverage values 0..1 on a square grid. */
export function signedDistances(coverage: Float64Array, size: number): Float64Array {
  const outer = coverage.map((a) => (a === 1 ? 0 : a === 0 ? far : Math.max(0, 0.5 - a) ** 2))
  const inner = coverage.map((a) => (a === 1 ? far : a === 0 ? 0 : Math.max(0, a - 0.5) ** 2))
  transform(outer, size)
  transform(inner, size)
  return outer.map((distance, i) => Math.sqrt(distance) - Math.sqrt(inner[i]!))
}

/** Squared Euclidean distance transform in place: along columns, then along rows. */
function transform(grid: Float64Array, size: number): void {
  const line = new Float64Array(size)
  for (let x = 0; x < size; x++) {
    for (let y = 0; y < size; y++) line[y] = grid[y * size + x]!
    lowerEnvelope(line).forEach((value, y) => {
      grid[y * size + x] = value
    })
  }
  for (let y = 0; y < size; y++) {
    grid.set(lowerEnvelope(grid.slice(y * size, (y + 1) * size)), y * size)
  }
}

/** Lower envelope of the parabolas rooted at each sample. */
function lowerEnvelope(f: Float64Array): Float64Array {
  const n = f.length
  const roots = new Int32Array(n)
  const borders = new Float64Array(n + 1)
  borders[0] = -far
  borders[1] = far
  let k = 0
  for (let q = 1; q < n; q++) {
    const crossing = () => {
      const r = roots[k]!
      return (f[q]! - f[r]! + q * q - r * r) / (2 * (q - r))
    }
    let s = crossing()
    while (s <= borders[k]! && k > 0) {
      k--
      s = crossing()
    }
    if (s > borders[k]!) k++
    roots[k] = q
    borders[k] = s
    borders[k + 1] = far
  }
  const distances = new Float64Array(n)
  k = 0
  for (let q = 0; q < n; q++) {
    while (borders[k + 1]! < q) k++
    const r = roots[k]!
    distances[q] = (q - r) ** 2 + f[r]!
  }
  return distances
}
