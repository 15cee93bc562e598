import type { Text } from '@trygghetskartan/api/contract'
import type {
  DensityEdition,
  MeansKind,
  ProposalRequest,
  ProposalRules,
  Rings,
  RiskSettings,
  WeekHours,
} from '@trygghetskartan/siting'
import { defaultRisk } from '@trygghetskartan/siting'
import { fieldProblemText } from '../messages/plan.ts'
import { proposal as words } from '../messages/proposal.ts'
import { readForm } from '../plan/form-values.ts'
import { defaultFigures } from './default-templates.ts'
import { type FigureName, figureFields } from './form-fields.ts'
import { meansKinds, type ProposalForm, riskParts } from './proposal-form.ts'
import { isTooLarge } from './study-area.ts'

/** Where something is wrong: a typed field, or one of the choices above them. */
type ProblemPlace = FigureName | 'area' | 'kinds' | 'weights'
export type FormProblems = Readonly<Partial<Record<ProblemPlace, Text>>>

type Figures = Readonly<Record<string, unknown>>

const number = (value: unknown): number | undefined => (typeof value === 'number' ? value : undefined)

/** The fields of the kinds that are allowed, and those that hold for all. */
const concerns = (name: string, kinds: readonly MeansKind[]): boolean => {
  const kind = meansKinds.find((one) => name.startsWith(one))
  return kind === undefined || kinds.includes(kind)
}

/** What the sliders and fields of the risk mean; a field that is not right yet counts as its default. */
export function riskOf(form: ProposalForm): RiskSettings {
  const values = allFigures(form)
  return {
    weights: form.weights,
    kinds: form.kindWeights,
    halfLifeDays: Number(values.halfLife ?? defaultRisk.halfLifeDays),
    hours: hoursOf(values, 'risk'),
    bandwidth: number(values.bandwidth) ?? defaultRisk.bandwidth,
    step: defaultRisk.step,
    darkBelow: number(values.darkBelow) ?? defaultRisk.darkBelow,
    sightWithin: number(values.sightWithin) ?? defaultRisk.sightWithin,
  }
}

/** The request the form means in an area, or what is wrong beside each field. */
export function requestOf(
  form: ProposalForm,
  area: Rings,
): { readonly request: ProposalRequest } | { readonly problems: FormProblems } {
  const fields = Object.values(figureFields).filter(({ name }) => concerns(name, form.kinds))
  const { values: figures, problems: wrong } = readForm(fields, form.figures)
  const problems: Partial<Record<ProblemPlace, Text>> = Object.fromEntries(
    Object.entries(wrong).map(([name, problem]) => [name, fieldProblemText(problem)]),
  )
  if (isTooLarge(area)) problems.area = words.areaTooLarge
  if (form.kinds.length === 0) problems.kinds = words.noKinds
  if (riskParts.every((part) => form.weights[part] === 0)) problems.weights = words.noWeights
  for (const kind of form.kinds) {
    const [least, most] = [number(figures[`${kind}Least`]), number(figures[`${kind}Most`])]
    if (least !== undefined && most !== undefined && least > most)
      problems[`${kind}Least` as const] = words.leastAboveMost
  }
  for (const at of ['risk', 'camera', 'presence'] as const) {
    if (!concerns(at, form.kinds)) continue
    if ((figures[`${at}From`] === null) !== (figures[`${at}To`] === null))
      problems[figures[`${at}From`] === null ? (`${at}From` as const) : (`${at}To` as const)] =
        words.hoursTogether
  }
  const limits = [figures.investment, figures.yearly, figures.most]
  if (limits.every((limit) => limit === null)) problems.most = words.noLimit
  if (Object.keys(problems).length === 0) Object.assign(problems, budgetProblems(form, figures))
  if (Object.keys(problems).length > 0) return { problems }
  return { request: written(form, area, figures) }
}

/** A budget that not even the cheapest place fits in. Shrubs cost by the square metre: any sum clears some. */
function budgetProblems(form: ProposalForm, figures: Figures): FormProblems {
  const [investment, yearly] = [number(figures.investment), number(figures.yearly)]
  if (investment === 0 && yearly === 0) return { investment: words.zeroBudget }
  const fits = form.kinds.some((kind) => {
    if (kind === 'clearing') return (investment ?? 1) > 0 || figures.clearingPerSquare === 0
    const once = number(figures[`${kind}Investment`]) ?? 0
    const each = number(figures[`${kind}Yearly`]) ?? 0
    return once <= (investment ?? once) && each <= (yearly ?? each)
  })
  if (fits) return {}
  const cheapest = Math.min(...form.kinds.map((kind) => number(figures[`${kind}Investment`]) ?? 0))
  return investment !== undefined && cheapest > investment
    ? { investment: words.budgetTooSmall }
    : { yearly: words.budgetTooSmall }
}

/** Every figure, also of a kind that is not allowed now: one that is not right yet has its default. */
function allFigures(form: ProposalForm): Figures {
  const fields = Object.values(figureFields)
  return { ...readForm(fields, defaultFigures).values, ...readForm(fields, form.figures).values }
}

function written(form: ProposalForm, area: Rings, figures: Figures): ProposalRequest {
  const all = allFigures(form)
  const value = (name: FigureName) => number(all[name]) ?? 0
  const costs = (kind: 'camera' | 'lamp' | 'presence') => ({
    investment: value(`${kind}Investment`),
    yearly: value(`${kind}Yearly`),
  })
  const [edition = '', zone = ''] = String(all.cameraZone).split(':')
  return {
    area,
    kinds: meansKinds.filter((kind) => form.kinds.includes(kind)),
    risk: riskOf(form),
    camera: {
      ...costs('camera'),
      camera: {
        movement: 'fixed',
        height: value('cameraHeight'),
        focalLength: value('cameraFocalLength'),
        sensorWidth: value('cameraSensorWidth'),
        across: value('cameraAcross'),
        down: value('cameraDown'),
        reach: value('cameraReach'),
      },
      edition: Number(edition) as DensityEdition,
      zone,
      directions: value('cameraDirections'),
      hours: hoursOf(all, 'camera'),
    },
    lamp: {
      ...costs('lamp'),
      light: { height: value('lampHeight'), lumens: value('lampLumens') },
      reach: value('lampReach'),
    },
    clearing: {
      investmentPerM2: value('clearingPerSquare'),
      yearlyPerM2: value('clearingYearlyPerSquare'),
    },
    presence: {
      ...costs('presence'),
      reach: value('presenceReach'),
      hours: hoursOf(all, 'presence') ?? { weekdays: [], from: '00:00', to: '00:00' },
    },
    rules: rulesOf(form, figures),
    drawn: form.drawn.filter(({ kind }) => form.kinds.includes(kind)),
    onlyDrawn: form.onlyDrawn && form.drawn.length > 0,
  }
}

function rulesOf(form: ProposalForm, figures: Figures): ProposalRules {
  const ofKinds = (end: 'Most' | 'Least') => {
    const pairs = form.kinds.flatMap((kind) => {
      const value = number(figures[`${kind}${end}`])
      return value === undefined ? [] : [[kind, value] as const]
    })
    return Object.fromEntries(pairs.filter(([, value]) => end === 'Most' || value > 0))
  }
  const [mostOfKind, leastOfKind] = [ofKinds('Most'), ofKinds('Least')]
  const distances = Object.fromEntries(
    (['camera', 'lamp'] as const).flatMap((kind) => {
      const metres = form.kinds.includes(kind) ? number(figures[`${kind}Apart`]) : undefined
      return metres ? [[kind, metres]] : []
    }),
  )
  const some = (value: object) => Object.keys(value).length > 0
  const limit = (name: 'most' | 'investment' | 'yearly' | 'homesWatched') => {
    const value = number(figures[name])
    return value === undefined ? {} : { [name]: value }
  }
  return {
    ...limit('most'),
    ...limit('investment'),
    ...limit('yearly'),
    ...limit('homesWatched'),
    ...(some(mostOfKind) && { mostOfKind }),
    ...(some(leastOfKind) && { leastOfKind }),
    ...(some(distances) && { distances }),
    ...(form.excluded.length > 0 && { excluded: form.excluded }),
    ...(form.unseen.length > 0 && { unseen: form.unseen }),
  }
}

function hoursOf(values: Figures, at: 'risk' | 'camera' | 'presence'): WeekHours | null {
  const [from, to] = [values[`${at}From`], values[`${at}To`]]
  const days = values[`${at}Weekdays`]
  const weekdays = Array.isArray(days) ? days.map(Number) : []
  if (typeof from === 'string' && typeof to === 'string') return { weekdays, from, to }
  return weekdays.length > 0 ? { weekdays, from: '00:00', to: '00:00' } : null
}
