import { type StreetClass, streetClasses } from '../street-classes.ts'

/** What a street is asked to reach where nobody has said: assumptions of this project, by the imported map's kind. */
const byKind: readonly (readonly [RegExp, string])[] = [
  [/^(motorway|trunk|primary|secondary|tertiary)/, 'C4'],
  [/^(pedestrian|square|platform)/, 'P3'],
  [/^(residential|living_street|unclassified|road)/, 'P4'],
  [/^(service|track)/, 'P5'],
]
const otherwise = 'P4'

const all: readonly StreetClass[] = [...streetClasses.P, ...streetClasses.C]

/** A class of EN 13201-2 by its name; undefined where there is none such. */
export const classNamed = (name: string): StreetClass | undefined => all.find(({ id }) => id === name)

/** The class a street of a kind is held to where nobody has said. */
export const classForKind = (kind: string): StreetClass =>
  classNamed(byKind.find(([pattern]) => pattern.test(kind))?.[1] ?? otherwise)!
