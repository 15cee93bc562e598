import { isRefusal, type Refusal, refuse } from '@trygghetskartan/geo'
import type { IncidentColumns } from './incidents/columns.ts'
import { type IncidentFilter, selectIncidents } from './incidents/filter.ts'
import { type Fold, type Forecast, type JudgedCells, type JudgedFold, judgeFold } from './judge-fold.ts'
import { type LeftOut, type Remark, remark } from './left-out.ts'
import type { Accuracy } from './prediction-accuracy.ts'
import { type RunControl, runSteps } from './run-steps.ts'

export interface AccuracySpread {
  readonly area: number
  /** Of the folds that could be judged: mean, standard deviation between them (divisor folds - 1), least and most. */
  readonly pai: Spread
  readonly pei: Spread
  /** Share of all incidents of these folds that was held. */
  readonly held: number
}

export interface Spread {
  readonly mean: number
  /** null with one fold. */
  readonly deviation: number | null
  readonly least: number
  readonly most: number
}

export interface BackTestResult {
  /** Incidents that folds were judged by. */
  readonly n: number
  readonly leftOut: readonly LeftOut[]
  readonly remarks: readonly Remark[]
  readonly srid: number
  readonly shares: readonly number[]
  readonly folds: readonly JudgedFold[]
  /** How many folds could be judged. */
  readonly judged: number
  readonly accuracy: readonly AccuracySpread[]
}

/** `count` periods of so many days, one after another up to `until`, each forecast from the `past` days before it. */
export const foldsUntil = (until: number, count: number, days: number, past: number): Fold[] =>
  Array.from({ length: count }, (_, at) => {
    const split = until - (count - at) * days * 1440
    return { from: split - past * 1440, split, until: split + days * 1440 }
  })

const few = 30

/**
 * Would the map have predicted what came next? For each fold the forecast sees only incidents that were over by its split, and is
 * judged by those that began after it: one whose interval holds the split is in neither. `filter` chooses the incidents, its
 * period aside. Refuses where no fold can be judged.
 */
export async function backTest(
  incidents: IncidentColumns,
  filter: IncidentFilter,
  cells: JudgedCells,
  folds: readonly Fold[],
  shares: readonly number[],
  forecast: Forecast,
  control: RunControl = {},
): Promise<BackTestResult | Refusal> {
  if (folds.length === 0 || !folds.every(({ from, split, until }) => from < split && split < until))
    return refuse(
      'folds',
      'Perioderna att pröva mot ska följa på dem som prognosen görs av.',
      'The periods to judge by must follow those that the forecast is made of.',
    )
  const chosen = selectIncidents(incidents, {
    ...filter,
    from: Math.min(...folds.map(({ from }) => from)),
    until: Math.max(...folds.map(({ until }) => until)),
  })
  if (isRefusal(chosen)) return chosen
  const straddling = new Set<number>()
  const judged: JudgedFold[] = []
  const ended = await runSteps(
    folds.length,
    async (at) => {
      judged.push(await judgeFold(incidents, chosen, cells, folds[at]!, shares, forecast, straddling))
    },
    control,
  )
  if (ended) return ended

  const sound = judged.filter((fold): fold is JudgedFold & { accuracy: readonly Accuracy[] } =>
    Array.isArray(fold.accuracy),
  )
  const [refused] = judged.map(({ accuracy }) => accuracy).filter(isRefusal)
  if (sound.length === 0) return refused!
  const n = sound.reduce((sum, { next }) => sum + next, 0)
  const weight = sound.reduce((sum, { weight: own }) => sum + own, 0)
  const over: LeftOut[] = straddling.size > 0 ? [{ reason: 'interval', count: straddling.size }] : []
  return {
    n,
    leftOut: [...chosen.leftOut, ...over],
    remarks: remarksOn(n, sound.length, folds.length),
    srid: incidents.srid,
    shares,
    folds: judged,
    judged: sound.length,
    accuracy: shares.map((area, at) => ({
      area,
      pai: spreadOf(sound.map(({ accuracy }) => accuracy[at]!.pai)),
      pei: spreadOf(sound.map(({ accuracy }) => accuracy[at]!.pei)),
      held: sound.reduce((sum, { accuracy }) => sum + accuracy[at]!.hits, 0) / weight,
    })),
  }
}

function spreadOf(values: readonly number[]): Spread {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0)
  return {
    mean,
    deviation: values.length > 1 ? Math.sqrt(squares / (values.length - 1)) : null,
    least: Math.min(...values),
    most: Math.max(...values),
  }
}

function remarksOn(n: number, sound: number, all: number): Remark[] {
  const remarks: Remark[] = []
  if (n < few)
    remarks.push(
      remark(
        'small-numbers',
        `Prövat på bara ${n} händelser: träffsäkerheten är osäker.`,
        `Judged by only ${n} incidents: the accuracy is uncertain.`,
      ),
    )
  if (sound === 1)
    remarks.push(
      remark(
        'one-fold',
        'Prövat på en enda period: nästa kan bli en annan.',
        'Judged by one period alone: the next may be another.',
      ),
    )
  if (sound < all)
    remarks.push(
      remark(
        'folds-left-out',
        `${all - sound} av ${all} perioder gick inte att pröva.`,
        `${all - sound} of ${all} periods could not be judged.`,
      ),
    )
  return remarks
}
