import type { Rings } from '@trygghetskartan/siting'
import { describe, expect, it } from 'vitest'
import { formOf } from './form-of.ts'
import { defaultForm, type ProposalForm } from './proposal-form.ts'
import { type FormProblems, requestOf } from './request-of.ts'
import { groundBox, ringsOf, studyBox } from './study-area.ts'

const centre: Rings = ringsOf([14.15, 56.026, 14.162, 56.033])
const typed = (figures: Record<string, string>, more: Partial<ProposalForm> = {}): ProposalForm => ({
  ...defaultForm,
  ...more,
  figures: { ...defaultForm.figures, ...figures },
})
const asked = (form: ProposalForm, area = centre) => {
  const answer = requestOf(form, area)
  if ('problems' in answer) throw new Error(JSON.stringify(answer.problems))
  return answer.request
}
const wrong = (form: ProposalForm, area = centre): FormProblems => {
  const answer = requestOf(form, area)
  return 'problems' in answer ? answer.problems : {}
}

describe('asking for a proposal', () => {
  it('asks with the defaults at one press', () => {
    const { kinds, rules, camera, presence } = asked(defaultForm)
    expect(kinds).toEqual(['presence', 'lamp', 'clearing', 'camera'])
    expect(rules).toMatchObject({ investment: 500_000, yearly: 300_000, most: 8 })
    expect(camera).toMatchObject({ edition: 2014, zone: 'observe', investment: 60_000 })
    expect(presence.hours).toEqual({ weekdays: [5, 6], from: '20:00', to: '00:00' })
  })

  it('leaves a limit out where its field is empty', () => {
    const { rules } = asked(typed({ investment: '', homesWatched: '' }))
    expect(rules).not.toHaveProperty('investment')
    expect(rules).not.toHaveProperty('homesWatched')
  })

  it.each([
    ['a budget of zero', typed({ investment: '0', yearly: '0' }), 'investment'],
    ['a budget nothing fits in', typed({ investment: '5 000' }, { kinds: ['camera', 'lamp'] }), 'investment'],
    ['a yearly cost nothing fits in', typed({ yearly: '500' }, { kinds: ['lamp', 'camera'] }), 'yearly'],
    ['no limit at all', typed({ investment: '', yearly: '', most: '' }), 'most'],
    ['no kinds', typed({}, { kinds: [] }), 'kinds'],
    [
      'nothing weighed',
      typed({}, { weights: { incidents: 0, reports: 0, survey: 0, darkness: 0, sight: 0 } }),
      'weights',
    ],
    ['more at least than at most', typed({ cameraLeast: '4', cameraMost: '2' }), 'cameraLeast'],
    ['an hour without its end', typed({ riskFrom: '20:00' }), 'riskTo'],
    ['text for a figure', typed({ cameraHeight: 'hög' }), 'cameraHeight'],
    ['an absurd height', typed({ cameraHeight: '900' }), 'cameraHeight'],
  ])('says beside the field what is wrong with %s', (_, form, place) => {
    expect(Object.keys(wrong(form))).toEqual([place])
  })

  it('does not ask about the template of a kind that is not allowed', () => {
    expect(wrong(typed({ cameraHeight: 'hög' }, { kinds: ['lamp'] }))).toEqual({})
  })

  it('lets a small sum clear shrubs, which cost by the square metre', () => {
    expect(wrong(typed({ investment: '5 000' }, { kinds: ['clearing'] }))).toEqual({})
  })

  it('refuses an area that is too large', () => {
    expect(Object.keys(wrong(defaultForm, ringsOf([14.1, 56, 14.2, 56.06])))).toEqual(['area'])
  })

  it('asks the same again from what was saved', () => {
    const form = typed(
      {
        investment: '250 000',
        cameraMost: '2',
        lampLeast: '1',
        riskWeekdays: '',
        cameraFrom: '18:00',
        cameraTo: '02:00',
      },
      {
        excluded: [centre],
        unseen: ['home'],
        drawn: [{ id: 'a', kind: 'lamp', at: [14.155, 56.03] }],
        onlyDrawn: true,
      },
    )
    const request = asked(form)
    expect(asked(formOf(request), request.area)).toEqual(request)
  })
})

describe('the study area', () => {
  it('is what the map shows, or as much of its middle as can be asked for', () => {
    expect(studyBox([14.15, 56.026, 14.162, 56.033]).cut).toBe(false)
    const { box, cut } = studyBox([14, 55.95, 14.3, 56.1])
    expect(cut).toBe(true)
    expect((box[0] + box[2]) / 2).toBeCloseTo(14.15)
    expect(wrong(defaultForm, ringsOf(box))).toEqual({})
  })

  it('is fetched with ground about it', () => {
    const [west, south, east, north] = groundBox(centre)
    expect(west).toBeLessThan(14.15)
    expect(south).toBeLessThan(56.026)
    expect(east).toBeGreaterThan(14.162)
    expect(north).toBeGreaterThan(56.033)
  })
})
