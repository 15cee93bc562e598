import type { Flavour } from '@trygghetskartan/api/contract'

/** Lux at which the legend and the lines are told: those the classes of streets ask for. */
export const luxSteps = [0.5, 1, 2, 5, 10, 20, 50] as const

type Rgb = readonly [number, number, number]

/** Even in lightness: from the dark of night to the colour of the lamp. Blue and yellow are told apart by nearly everybody. */
const ramp: readonly Rgb[] = [
  [23, 27, 66],
  [45, 52, 112],
  [74, 80, 143],
  [118, 107, 148],
  [168, 133, 134],
  [214, 164, 110],
  [245, 203, 98],
  [255, 243, 176],
]
/** How much the picture hides of the ground, 0 to 255. */
const cover = { light: 205, dark: 190 } as const

/** Where a lux value lies on the scale, 0 to 1: the eye sees ratios, so it is a scale of logarithms. */
export function luxShare(lux: number): number {
  const [least, most] = [Math.log(0.2), Math.log(60)]
  return lux <= 0 ? 0 : Math.min(1, Math.max(0, (Math.log(lux) - least) / (most - least)))
}

/** Red, green, blue and cover of a lux value, 0 to 255. What is darker than a fifth of a lux fades out. */
export function luxColour(lux: number, flavour: Flavour): [number, number, number, number] {
  const share = luxShare(lux) * (ramp.length - 1)
  const at = Math.min(ramp.length - 2, Math.floor(share))
  const part = share - at
  const [from, to] = [ramp[at]!, ramp[at + 1]!]
  const mixed = from.map((value, i) => Math.round(value + (to[i]! - value) * part))
  const faded = Math.min(1, Math.max(0, lux / 0.2))
  // What is dim hides less of the streets it lies on.
  const strength = 0.6 + 0.4 * luxShare(lux)
  return [mixed[0]!, mixed[1]!, mixed[2]!, Math.round(cover[flavour] * faded * strength)]
}

/** For a legend's swatch. */
export const luxCss = (lux: number): string => {
  const [r, g, b] = luxColour(lux, 'light')
  return `rgb(${r} ${g} ${b})`
}
