import { expect, test } from 'vitest'
import { classPaint, type GiClass } from './gi-ramp.ts'

type Rgb = readonly [number, number, number]
const parse = (colour: string): Rgb =>
  [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16)) as unknown as Rgb
const linear = (value: number) => (value <= 10.31 ? value / 3295 : ((value / 255 + 0.055) / 1.055) ** 2.4)
const ground = { light: 240, dark: 32 } as const

/** What a class looks like over the map's ground, linear. */
const seen = (giClass: GiClass, flavour: 'light' | 'dark'): Rgb => {
  const { fill, cover } = classPaint(giClass, flavour)
  return parse(fill).map((value) => linear(value * cover + ground[flavour] * (1 - cover))) as unknown as Rgb
}
const luminance = ([red, green, blue]: Rgb) => 0.2126 * red + 0.7152 * green + 0.0722 * blue
/** Deuteranopia and protanopia: Machado, Oliveira and Fernandes 2009, severity 1; red and green as they are seen. */
const blindToGreen = ([red, green, blue]: Rgb): Rgb => [
  0.367322 * red + 0.860646 * green - 0.227968 * blue,
  0.280085 * red + 0.672501 * green + 0.047413 * blue,
  -0.01182 * red + 0.04294 * green + 0.968881 * blue,
]
const blindToRed = ([red, green, blue]: Rgb): Rgb => [
  0.152286 * red + 1.052583 * green - 0.204868 * blue,
  0.114503 * red + 0.786281 * green + 0.099216 * blue,
  -0.003882 * red - 0.048116 * green + 1.051998 * blue,
]

test.each([
  ['light', -1],
  ['dark', 1],
] as const)('on the %s map the surer class stands out more, without hues too', (flavour, way) => {
  for (const sign of [1, -1] as const) {
    const steps = [1, 2, 3].map((sure) => luminance(seen((sign * sure) as GiClass, flavour)))
    expect(way * (steps[1]! - steps[0]!)).toBeGreaterThan(0.02)
    expect(way * (steps[2]! - steps[1]!)).toBeGreaterThan(0.02)
  }
})

test.each(['light', 'dark'] as const)(
  'on the %s map hot is told from cold by those blind to red or green',
  (flavour) => {
    for (const sure of [1, 2, 3] as const)
      for (const blind of [blindToRed, blindToGreen]) {
        const [hot, cold] = [blind(seen(sure, flavour)), blind(seen(-sure as GiClass, flavour))]
        const warmth = ([red, green, blue]: Rgb) => (red + green) / 2 - blue
        expect(warmth(hot) - warmth(cold)).toBeGreaterThan(0.1)
      }
  },
)
