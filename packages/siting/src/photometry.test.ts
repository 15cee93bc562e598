import { isRefusal } from '@trygghetskartan/geo'
import { describe, expect, it } from 'vitest'
import { readEulumdat } from './eulumdat.ts'
import { genericRoadLuminaire } from './generic-luminaire.ts'
import { readIes } from './ies.ts'
import { intensityAt, type Luminaire, luminaireOf, type PhotometryRefusal } from './photometry.ts'

const given = (answer: Luminaire | PhotometryRefusal): Luminaire => {
  if (isRefusal(answer)) throw new Error(answer.text.en)
  return answer
}
const code = (answer: Luminaire | PhotometryRefusal) =>
  isRefusal(answer) ? [answer.code, (answer as PhotometryRefusal).line] : null
const steps = (from: number, to: number, by: number) =>
  Array.from({ length: Math.round((to - from) / by) + 1 }, (_, i) => from + by * i)

const table = (
  planes: number[],
  gammas: number[],
  at: (c: number, gamma: number) => number,
  lampFlux: number | null = null,
) =>
  luminaireOf({
    name: '',
    source: 'generic',
    planes: Float64Array.from(planes),
    gammas: Float64Array.from(gammas),
    candela: Float64Array.from(planes.flatMap((c) => gammas.map((gamma) => at(c, gamma)))),
    lampFlux,
    declaredOutput: null,
    power: null,
  })
const cos = (degrees: number) => Math.cos((degrees * Math.PI) / 180)

/** A file of the format: planes as they stand in it, values per 1000 lm. */
const ldt = (
  symmetry: number,
  planes: number[],
  gammas: number[],
  rows: number[][],
  flux = 1000,
  efficiency = 100,
) =>
  [
    [
      'Tillverkare',
      '3',
      symmetry,
      planes.length,
      0,
      gammas.length,
      0,
      'M1',
      'Stolparmatur',
      'N1',
      'f.ldt',
      'idag',
    ],
    [500, 200, 100, 400, 150, 0, 0, 0, 0, 100, efficiency, '1.0', 0, 1],
    [1, 'LED', flux, '3000', '80', '40'],
    [0.4, 0.5, 0.6, 0.7, 0.7, 0.8, 0.8, 0.9, 0.9, 0.9],
    planes,
    gammas,
    rows.flat(),
  ]
    .flat()
    .join('\r\n')

const ies = (
  change: {
    lamps?: string
    type?: number
    tilt?: string
    planes?: number[]
    at?: (c: number, g: number) => number
  } = {},
) => {
  const planes = change.planes ?? [0, 45, 90]
  const gammas = steps(0, 90, 5)
  return [
    'IESNA:LM-63-2002',
    '[TEST] 1',
    '[LUMINAIRE] Gatlykta',
    change.tilt ?? 'TILT=NONE',
    `${change.lamps ?? '1 -1'} 2 ${gammas.length} ${planes.length} ${change.type ?? 1} 2 0 0 0`,
    '1 1 40',
    gammas.join(' '),
    planes.join(' '),
    ...planes.map((c) => gammas.map((g) => (change.at ?? (() => 50))(c, g)).join('\n')),
  ].join('\n')
}

describe('the lumen integral', () => {
  it('of a source alike in every direction is 4π I, whatever the spacing', () => {
    expect(given(table([0], [0, 180], () => 100)).output).toBeCloseTo(400 * Math.PI, 9)
    expect(given(table([0, 7, 90, 200], [0, 3, 50, 90, 180], () => 100)).output).toBeCloseTo(400 * Math.PI, 9)
  })

  it('of a Lambertian source is π I0', () => {
    const lambert = given(table([0, 90, 180, 270], steps(0, 90, 1), (_, g) => 100 * cos(g)))
    expect(lambert.output / (100 * Math.PI)).toBeCloseTo(1, 4)
  })

  it('weighs unequal planes by their spacing', () => {
    // 100 cd at C0, falling to 0 at C90 and C-90: as wide as a quarter turn in all.
    const lumens = given(table([0, 90, 180, 270], [0, 180], (c) => (c === 0 ? 100 : 0))).output
    expect(lumens).toBeCloseTo(100 * Math.PI, 9)
    const narrow = given(table([0, 10, 180, 350], [0, 180], (c) => (c === 0 ? 100 : 0))).output
    expect(narrow).toBeCloseTo((100 * Math.PI * 10) / 90, 9)
  })

  it('interpolates between planes and angles, across north and not beyond what is known', () => {
    const lamp = given(table([0, 90, 180, 270], [0, 90], (c, g) => 100 + c + g))
    expect(intensityAt(lamp, 45, 45)).toBeCloseTo(190, 9)
    expect(intensityAt(lamp, 315, 0)).toBeCloseTo(235, 9)
    expect(intensityAt(lamp, -45, 0)).toBeCloseTo(235, 9)
    expect(intensityAt(lamp, 0, 91)).toBe(0)
  })

  it('refuses what cannot be', () => {
    expect(code(table([0, 90, 45], [0, 90], () => 1))?.[0]).toBe('planes-out-of-order')
    expect(code(table([0], [0, 90, 80], () => 1))?.[0]).toBe('gammas-out-of-order')
    expect(code(table([0], [0, 90], () => -1))?.[0]).toBe('impossible-intensity')
    expect(code(table([0], [0, 90], () => 0))?.[0]).toBe('no-light')
    expect(code(table([0], [0, 180], () => 100, 1000))?.[0]).toBe('more-light-than-lamps')
  })
})

describe('EULUMDAT', () => {
  const gammas = steps(0, 90, 10)
  const all = steps(0, 315, 45)
  /** Light that differs by direction but has the symmetry asked for. */
  const light: Record<number, (c: number) => number> = {
    0: (c) => 100 + c / 10,
    1: () => 120,
    2: (c) => 100 + 20 * cos(c),
    3: (c) => 100 + 20 * Math.sin((c * Math.PI) / 180),
    4: (c) => 100 + 20 * cos(2 * c),
  }
  const stored: Record<number, number[]> = {
    0: all,
    1: [0],
    2: [0, 45, 90, 135, 180],
    3: [270, 315, 0, 45, 90],
    4: [0, 45, 90],
  }

  it.each([0, 1, 2, 3, 4])('of symmetry %i gives back the light in every direction', (symmetry) => {
    const file = ldt(
      symmetry,
      all,
      gammas,
      stored[symmetry]!.map((c) => gammas.map(() => light[symmetry]!(c))),
      1000,
      65,
    )
    const lamp = given(readEulumdat(file))
    for (const c of all) expect(intensityAt(lamp, c, 33)).toBeCloseTo(light[symmetry]!(c), 9)
    expect(lamp.name).toBe('Stolparmatur')
    expect(lamp.power).toBe(40)
  })

  it('scales by the flux of the lamps and compares with the declared efficiency', () => {
    const rows = [gammas.map(() => 100)]
    const lamp = given(readEulumdat(ldt(1, [0], gammas, rows, 5000, 63)))
    expect(intensityAt(lamp, 200, 20)).toBeCloseTo(500, 9)
    expect(lamp.output).toBeCloseTo(2 * Math.PI * 500, 6)
    expect(lamp.declaredOutput).toBeCloseTo(3150, 9)
    expect(code(readEulumdat(ldt(1, [0], gammas, rows, 5000, 20)))?.[0]).toBe('contradicts-efficiency')
    expect(code(readEulumdat(ldt(1, [0], gammas, [gammas.map(() => 900)], 5000, 100)))?.[0]).toBe(
      'more-light-than-lamps',
    )
  })

  it('takes unequal planes and refuses those that its symmetry cannot mirror', () => {
    const unequal = [0, 20, 90, 160, 180, 200, 270, 340]
    const rows = unequal.slice(0, 5).map((c) => gammas.map(() => light[2]!(c)))
    const lamp = given(readEulumdat(ldt(2, unequal, gammas, rows, 1000, 65)))
    expect(intensityAt(lamp, 340, 5)).toBeCloseTo(light[2]!(20), 9)
    const crooked = [0, 20, 90, 160, 180, 210, 270, 340]
    expect(code(readEulumdat(ldt(2, crooked, gammas, rows, 1000, 65)))?.[0]).toBe('planes-without-symmetry')
  })

  it('refuses a truncated file, another file and letters for numbers with the line', () => {
    const lines = ldt(1, [0], gammas, [gammas.map(() => 100)], 1000, 63).split('\r\n')
    expect(code(readEulumdat(lines.slice(0, -1).join('\n')))).toEqual(['truncated', lines.length])
    expect(code(readEulumdat(lines.slice(0, 20).join('\n')))?.[0]).toBe('truncated')
    expect(code(readEulumdat('hej\nhopp\n<xml/>'))).toEqual(['not-photometry', 3])
    expect(code(readEulumdat(''))?.[0]).toBe('truncated')
    const worded = lines.with(30, 'mycket')
    expect(code(readEulumdat(lines.with(lines.length - 1, '-4').join('\n')))).toEqual([
      'not-photometry',
      lines.length,
    ])
    expect(isRefusal(readEulumdat(worded.join('\n')))).toBe(false)
  })
})

describe('IES LM-63', () => {
  it('of type C, absolute, in a quarter gives the whole turn', () => {
    const lamp = given(readIes(ies({ at: (c) => 100 + c })))
    expect(lamp.lampFlux).toBeNull()
    for (const [c, value] of [
      [0, 200],
      [45, 290],
      [135, 290],
      [180, 200],
      [225, 290],
      [270, 380],
      [315, 290],
    ] as const)
      expect(intensityAt(lamp, c, 40), `C ${c}`).toBeCloseTo(value, 9)
    expect(lamp.name).toBe('Gatlykta')
    expect(lamp.power).toBe(40)
  })

  it.each([
    ['one plane for all', [0], [0, 10, 250], [0, 0, 0]],
    ['half a turn', [0, 90, 180], [30, 330], [30, 30]],
    ['half a turn about C90', [90, 180, 270], [0, 180], [180, 180]],
    ['a whole turn', [0, 90, 180, 270, 360], [90, 270], [90, 270]],
  ] as const)('mirrors %s', (_, planes, asked, same) => {
    const lamp = given(readIes(ies({ planes: [...planes], at: (c) => 100 + (c % 360) })))
    expect(asked.map((c) => intensityAt(lamp, c, 10))).toEqual(
      same.map((c) => expect.closeTo(2 * (100 + c), 9)),
    )
  })

  it('counts by lamp lumens, and refuses more light than they give', () => {
    // 100 cd all over the lower half: 200π lm.
    expect(given(readIes(ies({ lamps: '2 400' }))).output).toBeCloseTo(200 * Math.PI, 9)
    expect(code(readIes(ies({ lamps: '1 400' })))?.[0]).toBe('more-light-than-lamps')
    expect(code(readIes(ies({ lamps: '1 0' })))).toEqual(['not-photometry', 5])
  })

  it('reads a TILT block and asks for one kept elsewhere', () => {
    const tilted = given(readIes(ies({ tilt: 'TILT=INCLUDE\n1\n3\n0 45 90\n0.9 0.8 0.7' })))
    expect(intensityAt(tilted, 0, 0)).toBeCloseTo(90, 9)
    expect(code(readIes(ies({ tilt: 'TILT=LAMP.TLT' })))).toEqual(['tilt-elsewhere', 4])
  })

  it('refuses types A and B, a truncated file and what is no photometry', () => {
    expect(code(readIes(ies({ type: 2 })))).toEqual(['type-b', 5])
    expect(code(readIes(ies({ type: 3 })))).toEqual(['type-a', 5])
    const lines = ies().split('\n')
    expect(code(readIes(lines.slice(0, -1).join('\n')))).toEqual(['truncated', lines.length - 1])
    expect(code(readIes('hello'))).toEqual(['not-photometry', 1])
    expect(code(readIes(ies({ planes: [0, 90, 45] })))?.[0]).toBe('planes-out-of-order')
    expect(code(readIes(ies({ planes: [0, 20, 70] })))?.[0]).toBe('planes-out-of-order')
  })
})

describe('the generic road luminaire', () => {
  it('gives exactly its lumens, none of them up, alike straight down in every plane', () => {
    const lamp = genericRoadLuminaire(6000)
    expect(lamp.output).toBeCloseTo(6000, 6)
    expect(intensityAt(lamp, 0, 90)).toBe(0)
    expect(intensityAt(lamp, 0, 0)).toBeCloseTo(intensityAt(lamp, 77, 0), 9)
    expect(intensityAt(lamp, 0, 65)).toBeGreaterThan(2 * intensityAt(lamp, 90, 65))
    expect(intensityAt(lamp, 90, 40)).toBeGreaterThan(intensityAt(lamp, 270, 40))
    expect(() => genericRoadLuminaire(0)).toThrow(RangeError)
  })
})
