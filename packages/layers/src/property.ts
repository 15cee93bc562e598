import { validateGeometry } from '@trygghetskartan/geo'
import { z } from 'zod'
import type { FieldControl, Text } from './description.ts'

/** What a property means to people: the form, the table, the CSV header and the popup are all made from it. */
export interface PropertyMeaning {
  readonly title: Text
  readonly help?: Text
  /** UCUM-like: "m", "lm", "K", "SEK", "%", "°". */
  readonly unit?: string
  /** Heading in the form. */
  readonly section: Text
  /** Must be given. A property with `initial` is never missing. */
  readonly required?: boolean
  readonly initial?: string | boolean
  /** Of a day: the first of a month, which alone it tells. */
  readonly monthly?: true
  /** Kept by the database. */
  readonly readOnly?: boolean
}

interface Bounds {
  readonly minimum?: number
  readonly maximum?: number
  readonly maxLength?: number
  readonly choices?: Readonly<Record<string, Text>>
  readonly of?: string
}

interface Meta extends PropertyMeaning, Bounds {
  readonly control: FieldControl
}

const meanings = z.registry<Meta>()

/** What was said of a property when it was made; undefined for a schema made elsewhere. */
export const meaningOf = (schema: z.core.$ZodType): Meta | undefined => meanings.get(schema)

/** `maxLength` in characters. */
export const text = (maxLength: number, meaning: PropertyMeaning) => {
  const schema = z.string().trim().max(maxLength)
  return property(meaning.required ? schema.min(1) : schema, 'text', meaning, { maxLength })
}

export const longText = (maxLength: number, meaning: PropertyMeaning) =>
  property(z.string().trim().max(maxLength), 'longtext', meaning, { maxLength })

export const integer = (minimum: number, maximum: number, meaning: PropertyMeaning) =>
  property(z.int().min(minimum).max(maximum), 'integer', meaning, { minimum, maximum })

export const decimal = (minimum: number, maximum: number, meaning: PropertyMeaning) =>
  property(z.number().min(minimum).max(maximum), 'number', meaning, { minimum, maximum })

export const flag = (meaning: PropertyMeaning) =>
  property(z.boolean(), 'boolean', meaning.readOnly ? meaning : { initial: false, ...meaning })

/** A calendar day, "2026-05-01". */
export const day = (meaning: PropertyMeaning) => property(z.iso.date(), 'date', meaning)

/** An instant, "2026-05-01T12:00:00Z" or with an offset. */
export const instant = (meaning: PropertyMeaning) =>
  property(z.iso.datetime({ offset: true }), 'datetime', meaning)

/** Local time of day, "HH:MM". */
export const hour = (meaning: PropertyMeaning) =>
  property(z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/), 'time', meaning)

/** ISO weekdays 1 to 7, Monday first, none twice. */
export const weekdays = (meaning: PropertyMeaning) =>
  property(listOf(z.int().min(1).max(7), meaning), 'weekdays', meaning)

/** A plan, by its id: which there are is not the layer's to know. */
export const plan = (meaning: PropertyMeaning) => property(z.uuid(), 'plan', meaning)

/** A photometric file, by its id. */
export const luminaire = (meaning: PropertyMeaning) => property(z.uuid(), 'luminaire', meaning)

/** An object of a layer, by its id; of any that is a measure where `of` says "measures". */
export const object = (of: string, meaning: PropertyMeaning) => property(z.uuid(), 'object', meaning, { of })

/** What fits in one value; the database keeps the same in core.are_areas. */
const mostAreas = 20
const mostCorners = 100

/** Polygons, each a list of rings in degrees: at most 20 of at most 100 corners, none crossing itself. */
export const areas = (meaning: PropertyMeaning) => property(z.array(polygon).max(mostAreas), 'areas', meaning)

const polygon = z
  .array(z.array(z.tuple([z.number(), z.number()])))
  .refine(
    (coordinates) => !validateGeometry({ type: 'Polygon', coordinates }, { maxVertices: mostCorners }),
    {
      params: {
        text: {
          sv: `En yta ska vara sluten, inte korsa sig själv och ha högst ${mostCorners} hörn.`,
          en: `An area must be closed, not cross itself and have at most ${mostCorners} corners.`,
        },
      },
      error: 'not an area',
    },
  )

/** One of the given values. */
export const choice = (options: Readonly<Record<string, Text>>, meaning: PropertyMeaning) =>
  property(oneOf(options), 'choice', meaning, { choices: options })

/** Some of the given values, the most important first. */
export const choices = (options: Readonly<Record<string, Text>>, meaning: PropertyMeaning) =>
  property(listOf(oneOf(options), meaning), 'choices', meaning, { choices: options })

const oneOf = (options: Readonly<Record<string, Text>>) =>
  z.enum(Object.keys(options) as [string, ...string[]])

const listOf = (item: z.ZodType, { required }: PropertyMeaning) =>
  z
    .array(item)
    .min(required ? 1 : 0)
    .refine((items) => new Set(items).size === items.length, { params: { text: twice }, error: twice.en })

const twice: Text = { sv: 'Samma värde står två gånger.', en: 'The same value is given twice.' }

/** Absent stays absent, so that a partial change can be told from one that empties; what is left empty becomes null. */
function property(
  schema: z.ZodType,
  control: FieldControl,
  meaning: PropertyMeaning,
  bounds: Bounds = {},
): z.ZodType {
  const { initial, required } = meaning
  const whole =
    initial !== undefined
      ? schema.nullish().transform((value) => value ?? initial)
      : required
        ? schema
        : schema.nullish().transform((value) => (isEmpty(value) ? null : value))
  return whole.describe(meaning.title.en).register(meanings, { ...meaning, ...bounds, control })
}

const isEmpty = (value: unknown): boolean => value === '' || (Array.isArray(value) && value.length === 0)
