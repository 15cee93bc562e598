import type { Audience } from '@trygghetskartan/api/contract'
import { ProblemError } from '../api.ts'

/** Where each audience reads its pictures. */
export const pathsOf = (audience: Audience) =>
  audience === 'police'
    ? ({
        map: '/lagesbild',
        weeks: '/lagesbild/vecka',
        week: '/lagesbild/vecka/$week',
        rollup: '/lagesbild/fyra-manader/$third',
      } as const)
    : ({
        map: '/planera',
        weeks: '/planera/lagesbild',
        week: '/planera/lagesbild/$week',
        rollup: '/planera/lagesbild/fyra-manader/$third',
      } as const)

export const isNotThere = (error: unknown): boolean =>
  error instanceof ProblemError && error.problem.status === 404
