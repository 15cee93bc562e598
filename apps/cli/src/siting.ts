import type { SitingRunAnswer } from '@trygghetskartan/api/contract-siting'
import { readRun } from '@trygghetskartan/api/siting/saved-run'
import { reproduce, type SitingRun } from '@trygghetskartan/siting'
import { withTarget } from './open-target.ts'
import { isObject, savedResultCommand } from './saved-result.ts'

/** Saved results of siting. */
export const command = savedResultCommand<SitingRun>({
  summary: {
    sv: 'Räkna om ett sparat resultat och jämför varje siffra, eller skriv det till en fil',
    en: 'Make a saved result again and compare every figure, or write it to a file',
  },
  holds: { sv: 'kind, methods, inputs och result', en: 'kind, methods, inputs and result' },
  parse: (value) => {
    const { kind, methods, inputs, result } = value as Partial<SitingRun>
    const whole =
      typeof kind === 'string' && typeof methods === 'number' && isObject(inputs) && isObject(result)
    return whole ? { kind, methods, inputs, result } : null
  },
  stored: (id, io) =>
    withTarget<(SitingRunAnswer & SitingRun) | undefined>(io, {
      here: (database) => database.owner((sql) => readRun(sql, 'owner', '', id)),
      there: async (ask) => (await ask('GET', `/api/siting/runs/${id}`)).json() as Promise<SitingRunAnswer>,
    }),
  again: async (run) => ({
    ...(await reproduce(run)),
    saved: run.result,
    // Of two proposals that cover as much the saved one is reckoned with.
    kept: run.kind === 'proposal',
  }),
})
