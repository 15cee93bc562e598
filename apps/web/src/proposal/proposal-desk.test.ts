import type { ProposalResult } from '@trygghetskartan/siting'
import { expect, it } from 'vitest'
import { createProposalDesk, type ProposalTold, type Question } from './proposal-desk.ts'

const result = (covered: number) => ({ covered, sites: [] }) as unknown as ProposalResult
const question = { ground: {}, demand: {}, luminaires: {} } as unknown as Question

function opened() {
  const hired: { hear: (told: ProposalTold) => void; ended: boolean }[] = []
  const desk = createProposalDesk((hear) => {
    const one = { hear, ended: false }
    hired.push(one)
    return {
      ask: () => undefined,
      end() {
        one.ended = true
      },
    }
  })
  return { desk, hired }
}

it('shows each better answer and ends with the last', () => {
  const { desk, hired } = opened()
  desk.ask(question)
  expect(desk.view().stage).toBe('searching')
  hired[0]!.hear({ type: 'progress', result: result(40) })
  expect(desk.view()).toMatchObject({ stage: 'proving', result: { covered: 40 } })
  hired[0]!.hear({ type: 'done', result: result(41) })
  expect(desk.view()).toMatchObject({ stage: 'done', result: { covered: 41 } })
  expect(hired[0]!.ended).toBe(true)
})

it('keeps the best so far when it is cancelled, and hears nothing more of it', () => {
  const { desk, hired } = opened()
  desk.ask(question)
  hired[0]!.hear({ type: 'progress', result: result(40) })
  desk.cancel()
  hired[0]!.hear({ type: 'done', result: result(50) })
  expect(desk.view()).toMatchObject({ stage: 'stopped', result: { covered: 40 } })
  expect(hired[0]!.ended).toBe(true)
})

it('keeps the question where it is cancelled before there is an answer', () => {
  const { desk } = opened()
  desk.ask(question)
  desk.cancel()
  expect(desk.view()).toMatchObject({ stage: 'cancelled', result: null, question })
})

it('sends the one before home when something else is asked', () => {
  const { desk, hired } = opened()
  desk.ask(question)
  hired[0]!.hear({ type: 'progress', result: result(40) })
  desk.ask(question)
  hired[0]!.hear({ type: 'progress', result: result(50) })
  expect(hired[0]!.ended).toBe(true)
  expect(desk.view()).toMatchObject({ stage: 'searching', result: null })
})

it('keeps an answer there is when the reckoning breaks down after it', () => {
  const { desk, hired } = opened()
  desk.ask(question)
  hired[0]!.hear({ type: 'progress', result: result(40) })
  hired[0]!.hear({ type: 'failed', message: 'out of memory' })
  expect(desk.view()).toMatchObject({ stage: 'stopped', result: { covered: 40 } })
})
