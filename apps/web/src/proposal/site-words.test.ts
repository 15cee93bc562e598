import type { ProposedSite } from '@trygghetskartan/siting'
import { describe, expect, it } from 'vitest'
import { formatter } from '../messages/format.ts'
import { compassOf, peakOf, rankedSites, reasonsOf } from './site-words.ts'

const sv = (text: { sv: string }) => text.sv
const format = formatter('sv')
const week = (weigh: (day: number, hour: number) => number) =>
  Array.from({ length: 168 }, (_, at) => weigh(Math.floor(at / 24), at % 24))

describe('when a site is of most use', () => {
  it('names the nights at the weekend, past midnight too', () => {
    const nights = week((day, hour) =>
      ((day === 4 || day === 5) && hour >= 20) || (day >= 5 && hour < 2) ? 1 : 0.01,
    )
    expect(peakOf(nights, sv, format)).toBe('fredag och lördag 20–02')
  })

  it('says every day where the days are alike', () => {
    expect(
      peakOf(
        week((_, hour) => (hour >= 6 && hour < 12 ? 1 : 0.1)),
        sv,
        format,
      ),
    ).toBe('alla dagar 06–12')
  })

  it('says nothing where every hour is alike, or none counts', () => {
    expect(
      peakOf(
        week(() => 1),
        sv,
        format,
      ),
    ).toBe('')
    expect(
      peakOf(
        week(() => 0),
        sv,
        format,
      ),
    ).toBe('')
  })
})

describe('why a site is proposed', () => {
  const site = {
    reached: 6.2,
    byExisting: 1.5,
    byOthers: 0,
    added: 4.7,
    addedByPart: { darkness: 1.2, incidents: 3.5 },
    addedByHour: week(() => 1),
    nextBest: { kind: 'lamp', place: 'Cardellsgatan', added: 3.9 },
  } as unknown as ProposedSite

  it('tells which risk, what was there before and what the next best is', () => {
    const said = reasonsOf(site, sv, format).join(' ')
    expect(said).toContain('polisens händelser (3,5) och mörka gator (1,2)')
    expect(said).toContain('Det som redan finns täcker 1,5 av dem.')
    expect(said).not.toContain('De andra föreslagna')
    expect(said).toContain('Näst bäst: lampa, Cardellsgatan, som ger 3,9 poäng.')
  })
})

it('numbers the places by what each adds', () => {
  const sites = [
    { id: 'a', added: 1 },
    { id: 'b', added: 3 },
  ] as unknown as ProposedSite[]
  expect(rankedSites({ sites }).map(({ id }) => id)).toEqual(['b', 'a'])
})

it('names the way a camera faces', () => {
  expect(compassOf(350).sv).toBe('norr')
  expect(compassOf(-90).sv).toBe('väster')
})
