import { isRefusal, type Refusal, refuse } from '@trygghetskartan/geo'
import type { Candidate } from '../candidates/candidate.ts'
import { pointGrid, type Site } from '../candidates/site.ts'
import type { CoverageProblem } from '../coverage/problem.ts'
import { densityZones } from '../density-zones.ts'
import { hoursOfWeek, weekLength } from '../ground/hours-of-week.ts'
import { planeArea } from '../ground/plane-area.ts'
import { type Town, townFrom } from '../ground/town.ts'
import type { Text } from '../reports/text.ts'
import { checkHours } from '../risk/check-settings.ts'
import { riskSurface } from '../risk/surface.ts'
import { candidatesOf } from './candidates-of.ts'
import { matrixOf } from './covered-risk.ts'
import { darkPoints } from './dark-points.ts'
import { type DemandRows, demandRows, riskIn, rowsCovered } from './demand-rows.ts'
import { existingAssets } from './existing-assets.ts'
import type { MeansKind, ProposalInputs } from './request.ts'
import { brokenArea, placementRules } from './rules.ts'

/** A request made into a problem of covering, with all that is needed to tell its answer. */
export interface BuiltProposal {
  readonly inputs: ProposalInputs
  readonly town: Town
  readonly site: Site
  readonly rows: DemandRows
  readonly candidates: readonly Candidate[]
  /** Candidates of every kind, so that means can be compared. */
  readonly problem: CoverageProblem
  readonly assumptions: readonly Text[]
}

/**
 * The risk of the study area, what may cover it and what does already, as a covering problem. Refused: a request that cannot
 * be, no risk, no place where anything may stand.
 */
export function buildProposal(inputs: ProposalInputs): BuiltProposal | Refusal {
  const { request, ground, demand, luminaires } = inputs
  const problem = checkRequest(inputs)
  if (problem) return problem
  const town = townFrom(ground)
  const surface = riskSurface(town, demand, request.risk, { area: request.area, luminaires })
  if (isRefusal(surface)) return surface
  const excluded = (request.rules.excluded ?? []).map((rings) => planeArea(rings, town.plane))
  if (excluded.includes(null)) return brokenArea('undantagen mark')
  const light = darkPoints(town, surface, request.risk.darkBelow, luminaires)
  const site: Site = {
    town,
    study: planeArea(request.area, town.plane)!,
    excluded: excluded.filter((area) => area !== null),
    surface,
    points: pointGrid(surface),
    dark: light.dark,
  }
  const hours: Record<MeansKind, Float64Array> = {
    camera: hoursOfWeek(request.camera.hours),
    lamp: surface.dark,
    clearing: new Float64Array(weekLength).fill(1),
    presence: hoursOfWeek(request.presence.hours),
  }
  const found = candidatesOf(site, request, {
    camera: riskIn(surface, hours.camera),
    lamp: riskIn(surface, hours.lamp),
    clearing: surface.total,
    presence: riskIn(surface, hours.presence),
  })
  if (isRefusal(found)) return found
  const { candidates } = found
  if (!candidates.some(({ kind }) => request.kinds.includes(kind))) return nowhere
  const rows = demandRows(surface, [hours.camera, hours.lamp, hours.presence])
  const rules = placementRules(town, rows, request)
  if (isRefusal(rules)) return rules
  const coverOf = {
    camera: rowsCovered(rows, hours.camera),
    lamp: rowsCovered(rows, hours.lamp),
    clearing: rowsCovered(rows, hours.clearing),
    presence: rowsCovered(rows, hours.presence),
  }
  const existing = existingAssets(site, rows, inputs)
  return {
    inputs,
    town,
    site,
    rows,
    candidates,
    problem: {
      demand: rows.weight,
      candidates: candidates.map(({ id, kind, x, y, investment, yearly, homes, group }) => ({
        id,
        kind,
        x,
        y,
        investment,
        yearly,
        watched: homes,
        ...(group ? { group } : {}),
      })),
      cover: matrixOf(candidates.map(({ kind, cover }) => coverOf[kind](cover))),
      existing: existing.assets,
      rules,
    },
    assumptions: [
      ...surface.assumptions,
      ...surface.told.flatMap(({ remarks }) => remarks),
      ...light.remarks,
      ...found.remarks,
      ...existing.remarks,
      ...coverMethods(inputs),
    ],
  }
}

const nowhere = refuse(
  'no-candidates',
  'Det finns ingen plats att föreslå: ingen plats i området både får användas och täcker någon risk.',
  'There is no place to propose: none in the area both may be used and covers any risk.',
)

function checkRequest({ request }: ProposalInputs): Refusal | null {
  const { kinds, camera, lamp, clearing, presence } = request
  if (kinds.length === 0)
    return refuse('kinds', 'Välj minst ett slags åtgärd.', 'Choose at least one kind of measure.')
  const hours = checkHours(camera.hours) ?? checkHours(presence.hours)
  if (hours) return hours
  const costs = [camera, lamp, presence].flatMap(({ investment, yearly }) => [investment, yearly])
  costs.push(clearing.investmentPerM2, clearing.yearlyPerM2)
  if (!costs.every((cost) => cost >= 0 && cost < Infinity))
    return refuse('costs', 'En kostnad måste vara 0 kr eller mer.', 'A cost must be SEK 0 or more.')
  const reaches = [
    ['lamp-reach', lamp.reach, 'Hur långt en lampa hjälper', 'How far a lamp helps'],
    ['presence-reach', presence.reach, 'Hur långt närvaro märks', 'How far presence is noticed'],
  ] as const
  for (const [code, metres, sv, en] of reaches)
    if (!(metres >= 1 && metres <= 500))
      return refuse(code, `${sv} måste vara 1–500 m.`, `${en} must be 1–500 m.`)
  const { spacing, height, setback } = lamp.light
  const light = [
    ['spacing', spacing, 2, 500, 'Stolpavståndet (m)', 'The spacing (m)'],
    ['height', height, 0.5, 60, 'Ljuspunktshöjden (m)', 'The mounting height (m)'],
    ['setback', setback, 0, 50, 'Avståndet till stolpen (m)', 'The setback (m)'],
  ] as const
  for (const [code, value, least, most, sv, en] of light)
    if (value !== undefined && !(value >= least && value <= most))
      return refuse(
        code,
        `${sv} måste vara ${String(least).replace('.', ',')}–${most}.`,
        `${en} must be ${least}–${most}.`,
      )
  return null
}

const coverMethods = ({ request: { camera, lamp, presence } }: ProposalInputs): Text[] => {
  const zone = densityZones[camera.edition].find(({ id }) => id === camera.zone)!.title
  return [
    {
      sv: `En plats räknas som täckt under de timmar en åtgärd verkar: av en kamera där bilden håller för att ${zone.sv.toLowerCase()} (EN 62676-4:${camera.edition}), av en lampa i mörker inom ${lamp.reach} m (till hälften bortom halva avståndet) där det nu är mörkare än gränsen, av röjning i buskaget och 15 m omkring, av närvaro inom ${presence.reach} m och synhåll. Att täckas betyder inte att risken försvinner.`,
      en: `A place counts as covered in the hours a measure acts: by a camera where the picture will do to ${zone.en.toLowerCase()} (EN 62676-4:${camera.edition}), by a lamp in darkness within ${lamp.reach} m (half beyond half of it) where it is darker than the limit now, by clearing in the shrubs and 15 m about, by presence within ${presence.reach} m and in sight. To be covered does not mean that the risk is gone.`,
    },
    {
      sv: 'Bevakade hem: alla hem i byggnader med fasad i bild, utan masker. Hem som flera kameror ser räknas en gång för varje kamera.',
      en: 'Homes watched: all homes in buildings with façade in view, without masks. Homes that several cameras see count once for each camera.',
    },
  ]
}
