import { expect, test } from 'vitest'
import { layers } from './index.ts'

type Triple = readonly [number, number, number]
type Matrix = readonly [Triple, Triple, Triple]

/** How linear RGB looks with a kind of cone missing: Machado, Oliveira and Fernandes 2009, severity 1. */
const visions: Readonly<Record<string, Matrix>> = {
  'full colour vision': [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
}

/** About four times what is just noticeable in OKLab. */
const apart = 0.08

const cases = layers.flatMap((layer) =>
  (['light', 'dark'] as const).flatMap((flavour) =>
    Object.entries(visions).map(([vision, matrix]) => ({ layer, flavour, vision, matrix })),
  ),
)

test.each(cases)(
  '$layer.id, $flavour: categories with the same mark differ in $vision',
  ({ layer, flavour, matrix }) => {
    const rows = layer.categories.values.map(({ value, mark = 'filled', colour }) => ({
      value,
      mark,
      seen: oklab(times(matrix, linear(colour[flavour]))),
    }))
    const pairs = rows.flatMap((a, i) => rows.slice(i + 1).map((b) => ({ a, b })))
    for (const { a, b } of pairs.filter(({ a, b }) => a.mark === b.mark)) {
      expect(distance(a.seen, b.seen), `${a.value} and ${b.value}`).toBeGreaterThan(apart)
    }
  },
)

function linear(hex: string): Triple {
  const channel = (at: number) => {
    const c = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4
  }
  return [channel(1), channel(3), channel(5)]
}

const dot = (a: Triple, b: Triple): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2]
const times = (matrix: Matrix, v: Triple): Triple => [
  Math.max(0, dot(matrix[0], v)),
  Math.max(0, dot(matrix[1], v)),
  Math.max(0, dot(matrix[2], v)),
]
const distance = (a: Triple, b: Triple): number => Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2])

/** Ottosson 2020: linear sRGB to OKLab. */
function oklab(rgb: Triple): Triple {
  const lms: Triple = [
    Math.cbrt(dot([0.4122214708, 0.5363325363, 0.0514459929], rgb)),
    Math.cbrt(dot([0.2119034982, 0.6806995451, 0.1073969566], rgb)),
    Math.cbrt(dot([0.0883024619, 0.2817188376, 0.6299787005], rgb)),
  ]
  return [
    dot([0.2104542553, 0.793617785, -0.0040720468], lms),
    dot([1.9779984951, -2.428592205, 0.4505937099], lms),
    dot([0.0259040371, 0.7827717662, -0.808675766], lms),
  ]
}
