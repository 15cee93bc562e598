import type { WeekHours } from '../ground/measure.ts'

/** The parts of the risk. Each is scaled to one over the study area and then weighed, so that all risk together is 100 points. */
export type RiskPart = 'incidents' | 'reports' | 'survey' | 'darkness' | 'sight'

/** What the planner weighs, and how; written into every result. */
export interface RiskSettings {
  /** Share of each part: at least 0, not all 0. */
  readonly weights: Readonly<Record<RiskPart, number>>
  /** Weight of an incident by its group, of a report by its first reason; 1 where not named. */
  readonly kinds: Readonly<Record<string, number>>
  /** After so many days an incident or report weighs half. */
  readonly halfLifeDays: number
  /** Only what happens then counts; null for every hour. */
  readonly hours: WeekHours | null
  /** Metres over which a report is spread about its point. */
  readonly bandwidth: number
  /** Metres between the points of the surface. */
  readonly step: number
  /** Lux below which a street counts as dark. */
  readonly darkBelow: number
  /** Metres: who sees less of open ground than this far about counts as without sight. */
  readonly sightWithin: number
}

/** Choices of this project, to begin with. */
export const defaultRisk: RiskSettings = {
  weights: { incidents: 4, reports: 3, survey: 1, darkness: 1, sight: 1 },
  kinds: {
    violence: 3,
    drugs_weapons: 2,
    theft: 1,
    damage: 1,
    disorder: 1.5,
    traffic: 0.25,
    fire_rescue: 0.25,
    darkness: 1,
    broken_lamp: 1,
    hidden_corner: 1,
    blocked_view: 1,
    deserted: 1,
    people: 1.5,
    drugs: 1.5,
    decay: 0.5,
    other: 0.5,
  },
  halfLifeDays: 365,
  hours: null,
  bandwidth: 25,
  step: 10,
  darkBelow: 5,
  sightWithin: 30,
}
