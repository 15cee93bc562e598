import { type Refusal, refuse } from '@trygghetskartan/geo'
import { type Remark, remark } from './left-out.ts'
import { twoSidedP } from './normal.ts'

/** Incidents in an area before a measure and after, in equally long times. */
export interface BeforeAfter {
  readonly before: number
  readonly after: number
}

export interface EffectQuestion {
  /** Where the measure is. */
  readonly treated: BeforeAfter
  /** Alike, and too far away to be touched. */
  readonly control: BeforeAfter
  /** Around the treated area, where crime may move to or ease with it; and what that is held against. */
  readonly buffer: BeforeAfter | null
  readonly bufferControl: BeforeAfter | null
  /** Counts of the treated area in earlier times of the same length, for regression to the mean. */
  readonly earlier: readonly number[]
  /** Whether areas and times were chosen before the measure: null where nobody knows. */
  readonly drawnBefore: boolean | null
}

export type WdqMeaning = 'displacement' | 'none' | 'diffusion' | 'diffusion-beyond'

export interface Effect {
  /** Ra/Ca - Rb/Cb: below 0 the treated area improved against control. null with zeros in the control. */
  readonly success: number | null
  /** Da/Ca - Db/Cb. */
  readonly buffer: number | null
  /** Weighted displacement quotient, only where the treated area improved. */
  readonly wdq: { readonly value: number; readonly meaning: WdqMeaning } | null
  /** Rb - Ra. */
  readonly gross: number
  /** Rb/Ra - Cb/Ca: above 0 fewer than control would have it. null with zeros. */
  readonly net: number | null
  /** Incidents averted in the treated area and its buffer. null with zeros in the control. */
  readonly tne: number | null
  /** Weighted displacement difference: below 0 fewer incidents than without the measure. */
  readonly wdd: WeightedDifference
  /** The same without the buffer. */
  readonly local: WeightedDifference
  readonly alpha: number
  readonly remarks: readonly Remark[]
}

export interface WeightedDifference {
  readonly estimate: number
  readonly error: number
  readonly z: number
  readonly p: number
  readonly low: number
  readonly high: number
}

/** Standard deviations of the normal distribution that hold 95 % of it. */
const z95 = 1.959963984540054
const few = 20
const fewest = 5

/**
 * What a measure did against control: the weighted displacement quotient and total net effect (Bowers and Johnson 2003, Journal of
 * Quantitative Criminology 19:275-301; Guerette 2009), and the weighted displacement difference with its interval of 95 %
 * (Wheeler and Ratcliffe 2018, Crime Science 7:11), whose standard error is the root of the sum of all counts used.
 * Refuses counts that are none, and a control of the buffer without a buffer.
 */
export function effectOf(question: EffectQuestion): Effect | Refusal {
  const { treated: r, control: c, buffer: d, bufferControl } = question
  const counts = [r, c, d, bufferControl].flatMap((area) => (area ? [area.before, area.after] : []))
  if (!counts.every((count) => count >= 0 && count < Infinity))
    return refuse('counts', 'Antalen ska vara 0 eller mer.', 'The counts must be 0 or more.')
  if (bufferControl && !d)
    return refuse(
      'buffer-missing',
      'En kontroll för omgivningen kräver en omgivning.',
      'A control of the buffer needs a buffer.',
    )
  const hasControl = c.before > 0 && c.after > 0
  const against = ({ before, after }: BeforeAfter): number | null =>
    hasControl ? after / c.after - before / c.before : null
  const averted = ({ before, after }: BeforeAfter): number => before * (c.after / c.before) - after
  const success = against(r)
  const buffer = d && against(d)
  return {
    success,
    buffer,
    wdq: success !== null && buffer !== null && success < 0 ? quotient(buffer / success) : null,
    gross: r.before - r.after,
    net: r.after > 0 && c.after > 0 ? r.before / r.after - c.before / c.after : null,
    tne: hasControl ? averted(r) + (d ? averted(d) : 0) : null,
    wdd: difference([r, ...(d ? [d] : [])], [c, ...(bufferControl ? [bufferControl] : [])]),
    local: difference([r], [c]),
    alpha: 0.05,
    remarks: remarksOn(question, counts, success),
  }
}

const quotient = (value: number): NonNullable<Effect['wdq']> => ({
  value,
  meaning: value < 0 ? 'displacement' : value === 0 ? 'none' : value <= 1 ? 'diffusion' : 'diffusion-beyond',
})

function difference(of: readonly BeforeAfter[], against: readonly BeforeAfter[]): WeightedDifference {
  const change = (areas: readonly BeforeAfter[]) =>
    areas.reduce((sum, { before, after }) => sum + after - before, 0)
  const estimate = change(of) - change(against)
  const error = Math.sqrt([...of, ...against].reduce((sum, { before, after }) => sum + before + after, 0))
  const z = error > 0 ? estimate / error : 0
  return { estimate, error, z, p: twoSidedP(z), low: estimate - z95 * error, high: estimate + z95 * error }
}

function remarksOn(
  { treated, buffer, bufferControl, earlier, drawnBefore }: EffectQuestion,
  counts: readonly number[],
  success: number | null,
): Remark[] {
  const remarks: Remark[] = []
  const say = (code: string, sv: string, en: string) => remarks.push(remark(code, sv, en))
  const least = Math.min(...counts)
  if (success === null)
    say(
      'zeros',
      'Kontrollen har noll händelser i en av perioderna: kvoten går inte att räkna ut.',
      'The control has no incidents in one of the periods: the quotient is undefined.',
    )
  else if (success >= 0)
    say(
      'not-improved',
      'Platsen förbättrades inte jämfört med kontrollen: förflyttning går inte att tolka.',
      'The treated area did not improve against control: displacement cannot be read.',
    )
  if (least < few)
    say(
      'small-counts',
      `Minst ett antal är under ${few}${least < fewest ? `, något under ${fewest}: intervallet är bara ungefärligt` : ''}. Små tal ändras mycket av en slump.`,
      `At least one count is below ${few}${least < fewest ? `, one below ${fewest}: the interval is rough` : ''}. Small numbers change much by chance.`,
    )
  if (buffer && !bufferControl)
    say(
      'no-buffer-control',
      'Omgivningen har ingen egen kontroll: en allmän förändring där räknas som åtgärdens.',
      'The buffer has no control of its own: a general change there counts as the measure’s.',
    )
  if (earlier.length === 0)
    say(
      'regression-unknown',
      'Platser väljs ofta när de är som värst och blir bättre av sig själva. Jämför med tidigare perioder för att veta.',
      'Places are often chosen at their worst and improve by themselves. Compare with earlier periods to know.',
    )
  else {
    const mean = earlier.reduce((sum, count) => sum + count, 0) / earlier.length
    // The mean is uncertain too: a new count differs from it by chance with variance mean (1 + 1 / number of periods).
    if (treated.before > mean + z95 * Math.sqrt(mean * (1 + 1 / earlier.length)))
      say(
        'regression-likely',
        `Före åtgärden var det ovanligt illa (${treated.before} mot i medeltal ${round(mean)} tidigare): en del av förbättringen hade troligen kommit ändå.`,
        `It was unusually bad before the measure (${treated.before} against ${round(mean)} on average earlier): part of the improvement would likely have come anyway.`,
      )
  }
  if (drawnBefore !== true)
    say(
      'areas-after',
      'Områdena är inte belagt valda före åtgärden: då kan de ha valts efter utfallet.',
      'It is not documented that the areas were chosen before the measure: they may have been chosen by the outcome.',
    )
  return remarks
}

const round = (value: number): number => Math.round(10 * value) / 10
