import { isRefusal } from '@trygghetskartan/geo'
import { describe, expect, test } from 'vitest'
import { usualInputs } from '../testing/made-up-town.ts'
import { buildProposal } from './build.ts'
import { reproduce } from './reproduce.ts'
import { methodsVersion, type SitingRun } from './run.ts'
import { solveProposal } from './solve.ts'

interface Changeable {
  result: {
    sites: { added: number; addedByHour: number[]; place: string }[]
    bound: number
    means: { investment: number }[]
  }
}

async function saved(): Promise<SitingRun> {
  const inputs = usualInputs(3, 60)
  const built = buildProposal(inputs)
  if (isRefusal(built)) throw new Error(built.text.en)
  const result = await solveProposal(built, { prove: true })
  return JSON.parse(JSON.stringify({ kind: 'proposal', methods: methodsVersion, inputs, result }))
}

const run = await saved()
const changed = (change: (run: SitingRun & Changeable) => void): SitingRun => {
  const copy = structuredClone(run) as SitingRun & Changeable
  change(copy)
  return copy
}

describe('a saved proposal', () => {
  test('comes out the same from its inputs after a journey as JSON', async () => {
    expect(await reproduce(run)).toMatchObject({ same: true, differences: [], remarks: [] })
  })

  test('is told apart figure by figure where something was changed', async () => {
    const { same, differences } = await reproduce(
      changed(({ result }) => {
        result.sites[0]!.added *= 1.000001
        result.sites[1]!.addedByHour[160]! += 1e-6
        result.sites[0]!.place = 'Storgatan'
        result.means[1]!.investment += 1
        result.bound *= 1.01
      }),
    )
    expect(same).toBe(false)
    expect(differences.map(({ path }) => path).sort()).toEqual([
      'bound',
      'gap',
      'means[1].investment',
      'sites[0].added',
      'sites[0].place',
      'sites[1].addedByHour[160]',
    ])
  })

  test('is told apart where its inputs were changed', async () => {
    const other = changed(
      ({ inputs }) => ((inputs as { request: { risk: { bandwidth: number } } }).request.risk.bandwidth = 30),
    )
    expect((await reproduce(other)).same).toBe(false)
  })

  test('of other methods is told, not made', async () => {
    const { same, result, remarks } = await reproduce({ ...run, methods: 99 })
    expect(same).toBe(false)
    expect(result).toBeNull()
    expect(remarks[0]!.sv).toContain('version 99')
  })
})
