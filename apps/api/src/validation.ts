import { type GeometryProblem, validateGeometry } from '@trygghetskartan/geo'
import {
  type Audience,
  describeLayer,
  type GeometryKind,
  type LayerDefinition,
  type Text,
} from '@trygghetskartan/layers'
import type { Geometry } from 'geojson'
import { z } from 'zod'
import { type FieldError, ProblemError } from './errors.ts'

const maximumVertices = 10_000
const wordsOf = { sv: z.locales.sv().localeError, en: z.locales.en().localeError }

const inWords = (words: (typeof wordsOf)['sv'], issue: z.core.$ZodIssue): string => {
  const said = words(issue as never)
  return (typeof said === 'string' ? said : said?.message) ?? issue.message
}

/** Zod's complaints in both languages. A rule of our own may carry its words in `params.text`. */
export const fieldErrorsOf = (issues: readonly z.core.$ZodIssue[]): FieldError[] =>
  issues.map((issue) => {
    const own = issue.code === 'custom' ? (issue.params?.text as Text | undefined) : undefined
    const field =
      issue.code === 'unrecognized_keys'
        ? [...issue.path, issue.keys[0] ?? ''].join('.')
        : issue.path.join('.')
    return { field, message: own ?? { sv: inWords(wordsOf.sv, issue), en: inWords(wordsOf.en, issue) } }
  })

const geometryWords: Record<GeometryProblem['code'], Text> = {
  'out-of-range': {
    sv: 'En punkt ligger utanför jordens koordinater (longitud −180 till 180, latitud −90 till 90).',
    en: 'A point lies outside the coordinates of the Earth (longitude −180 to 180, latitude −90 to 90).',
  },
  'not-finite': { sv: 'En koordinat är inte ett tal.', en: 'A coordinate is not a number.' },
  'too-few-points': { sv: 'Det behövs fler punkter.', en: 'More points are needed.' },
  'ring-not-closed': { sv: 'Ytans gräns är inte sluten.', en: 'The boundary of the area is not closed.' },
  'self-intersection': { sv: 'Linjerna korsar varandra.', en: 'The lines cross each other.' },
  'hole-outside': { sv: 'Ett hål ligger utanför ytan.', en: 'A hole lies outside the area.' },
  'wrong-kind': {
    sv: 'Lagret tar inte emot den sortens geometri.',
    en: 'The layer does not take that kind of geometry.',
  },
  'nested-holes': { sv: 'Ett hål ligger inuti ett annat hål.', en: 'A hole lies inside another hole.' },
  'interior-split': { sv: 'Hålen delar ytan i flera delar.', en: 'The holes split the area into parts.' },
  'parts-overlap': { sv: 'Ytans delar överlappar varandra.', en: 'The parts of the area overlap.' },
  'too-many-vertices': {
    sv: `Högst ${maximumVertices} punkter får plats.`,
    en: `At most ${maximumVertices} points fit.`,
  },
}

/** Throws a 422 where the layer can't take the geometry. */
export const checkGeometry = (layer: LayerDefinition, geometry: Geometry): void =>
  checkShape(layer.geometry, geometry)

/** Throws a 422 where the geometry is none of the kinds, or no geometry that can be drawn. */
export function checkShape(kinds: readonly GeometryKind[], geometry: Geometry): void {
  const problem = validateGeometry(geometry, { kinds, maxVertices: maximumVertices })
  if (!problem) return
  const words = geometryWords[problem.code]
  const at = problem.at ? ` (${problem.at.map((n) => n.toFixed(5)).join(', ')})` : ''
  throw new ProblemError(
    'invalid',
    { sv: words.sv + at, en: words.en + at },
    { errors: [{ field: 'geometry', message: words }] },
  )
}

/** Names of the properties this audience may write. */
export const writableColumns = (layer: LayerDefinition, audience: Audience): string[] =>
  describeLayer(layer, audience)
    .fields.filter((field) => !field.readOnly)
    .map((field) => field.name)

/** The given properties, or a 422 that names each bad or unknown one. `current` completes a partial change, so that rules across fields hold. */
export function checkProperties(
  layer: LayerDefinition,
  audience: Audience,
  given: Record<string, unknown>,
  current: Record<string, unknown> = {},
): Record<string, unknown> {
  const writable = new Set(writableColumns(layer, audience))
  const unknown = Object.keys(given).filter((name) => !writable.has(name))
  const text = {
    sv: 'Fältet finns inte eller kan inte ändras här.',
    en: 'The field does not exist or cannot be changed here.',
  }
  if (unknown.length > 0)
    throw new ProblemError('invalid', undefined, {
      errors: unknown.map((field) => ({ field, message: text })),
    })
  const known = Object.fromEntries(Object.entries(current).filter(([name]) => name in layer.properties.shape))
  const parsed = layer.properties.safeParse({ ...known, ...given })
  if (!parsed.success)
    throw new ProblemError('invalid', undefined, { errors: fieldErrorsOf(parsed.error.issues) })
  const names = Object.keys(current).length > 0 ? Object.keys(given) : [...writable]
  return Object.fromEntries(
    Object.entries(parsed.data as Record<string, unknown>).filter(
      ([name, value]) => names.includes(name) && value !== undefined,
    ),
  )
}
