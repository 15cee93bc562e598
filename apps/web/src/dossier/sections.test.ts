import { describe, expect, test } from 'vitest'
import { changedSections, mergeSections, type Sections, sectionNames, sensitiveIn } from './sections.ts'

const sections = (some: Partial<Sections>): Sections =>
  Object.fromEntries(sectionNames.map((name) => [name, some[name] ?? ''])) as Sections

describe('the sections of a dossier', () => {
  test('that two people have written stand side by side when they wrote in different ones', () => {
    const base = sections({ problem: 'Stölder', hours: 'Nätter' })
    const mine = sections({ problem: 'Stölder och rån', hours: 'Nätter' })
    const theirs = sections({ problem: 'Stölder', hours: 'Fredag och lördag', signs: 'Vid båda ingångarna' })
    expect(mergeSections(base, mine, theirs)).toEqual(
      sections({ problem: 'Stölder och rån', hours: 'Fredag och lördag', signs: 'Vid båda ingångarna' }),
    )
  })

  test('keep what I wrote where both have written', () => {
    const base = sections({ conclusion: 'A' })
    const merged = mergeSections(base, sections({ conclusion: 'B' }), sections({ conclusion: 'C' }))
    expect(merged.conclusion).toBe('B')
  })

  test('warn of personal data in what was changed, but not of the telephone number one is to call', () => {
    const base = sections({ problem: 'Ring 0700-12 34 56' })
    const mine = sections({
      problem: 'Ring 0700-12 34 56',
      access: 'Vakten på 0700-65 43 21',
      contact: '044-13 50 00',
    })
    expect(changedSections(base, mine)).toEqual(['access', 'contact'])
    expect(sensitiveIn(base, mine)).toEqual(['0700-65 43 21'])
  })
})
