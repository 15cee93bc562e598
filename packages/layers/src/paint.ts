import type { Category } from './definition.ts'
import type { Flavour, GeometryKind } from './description.ts'

/** A MapLibre expression. */
export type Expression = readonly unknown[]

/** What a layer's style is drawn with, in one flavour. */
export interface Paint {
  /** The layer's id: prefix of its style layers and name of its image. */
  readonly id: string
  readonly flavour: Flavour
  readonly geometry: readonly GeometryKind[]
  /** Colour of an object's category: the legend's rows as a `match`. */
  readonly colour: Expression
  /** The category's property, and those of its values that the audience meets. */
  readonly by: string
  readonly met: readonly string[]
  /** Colour of the map's ground, for the inside of hollow marks and the halo of text. */
  readonly ground: string
  readonly text: string
  readonly halo: string
  /** On top of a filled mark. */
  readonly onColour: string
}

/** The ground the layers are drawn on, and the inks that read on it. */
export const grounds: Readonly<
  Record<Flavour, { ground: string; text: string; halo: string; onColour: string; other: string }>
> = {
  light: { ground: '#f2f3f2', text: '#22262b', halo: '#ffffff', onColour: '#ffffff', other: '#5d636b' },
  dark: { ground: '#1a2126', text: '#eef1f4', halo: '#14171a', onColour: '#14171a', other: '#b3bac3' },
}

/** The inks of a layer in one flavour; a value outside its categories gets a plain grey. */
export function paintOf(
  layer: {
    readonly id: string
    readonly geometry: readonly GeometryKind[]
    readonly categories: { readonly by: string; readonly values: readonly Category[] }
  },
  flavour: Flavour,
): Paint {
  const { other, ...inks } = grounds[flavour]
  const { by, values } = layer.categories
  const pairs = values.flatMap(({ value, colour }) => [value, colour[flavour]])
  return {
    id: layer.id,
    by,
    met: values.map(({ value }) => value),
    geometry: layer.geometry,
    flavour,
    ...inks,
    colour: ['match', ['get', by], ...pairs, other],
  }
}
