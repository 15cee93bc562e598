import { isRefusal, type Refusal } from '@trygghetskartan/geo'
import { describe, expect, it } from 'vitest'
import { genericRoadLuminaire } from './generic-luminaire.ts'
import { type IlluminanceOptions, illuminanceAt, type Lamp } from './illuminance.ts'
import { isoLines } from './iso-lines.ts'
import { intensityAt, type Luminaire, luminaireOf } from './photometry.ts'
import { prepareScene } from './scene.ts'
import { classReached, streetClasses, stretchLight } from './street-classes.ts'
import { lightStretches } from './stretches.ts'
import { gridPoints, stretchPoints } from './surface-points.ts'

const given = <T>(value: T): Exclude<T, Refusal> => {
  if (isRefusal(value)) throw new Error(value.text.en)
  return value as Exclude<T, Refusal>
}
const luminaire = (planes: number[], at: (c: number, gamma: number) => number): Luminaire => {
  const gammas = [0, 30, 60, 90]
  return given(
    luminaireOf({
      name: '',
      source: 'generic',
      planes: Float64Array.from(planes),
      gammas: Float64Array.from(gammas),
      candela: Float64Array.from(planes.flatMap((c) => gammas.map((gamma) => at(c, gamma)))),
      lampFlux: null,
      declaredOutput: null,
      power: null,
    }),
  )
}
const even = luminaire([0], () => 1000)
const lamp: Lamp = { x: 0, y: 0, height: 5, direction: 0, luminaire: even }
const plain: IlluminanceOptions = { maintenance: 1, cutOff: 100 }
const lux = (points: [number, number][], lamps: Lamp[], options = plain): number[] => [
  ...given(
    illuminanceAt(
      Float64Array.from(points, ([x]) => x),
      Float64Array.from(points, ([, y]) => y),
      lamps,
      options,
    ),
  ).lux,
]

describe('illuminance by the point law', () => {
  it('of 1000 cd 5 m up is 40 lx below it and 14.14 lx 5 m away, worked by hand', () => {
    expect(
      lux(
        [
          [0, 0],
          [5, 0],
          [0, -5],
          [12, 0],
        ],
        [lamp],
      ),
    ).toEqual(
      // At 12 m the light has 13 m to go: 1000 * 5 / 13³.
      [40, 5000 / 50 ** 1.5, 5000 / 50 ** 1.5, 5000 / 2197].map((value) => expect.closeTo(value, 9)),
    )
  })

  it('adds up over lamps, and takes off for age and for dimming', () => {
    const two = [lamp, { ...lamp, x: 10 }]
    expect(lux([[5, 0]], two)[0]).toBeCloseTo(2 * 14.142136, 5)
    expect(lux([[5, 0]], two, { ...plain, maintenance: 0.8 })[0]).toBeCloseTo(1.6 * 14.142136, 5)
    expect(lux([[0, 0]], [{ ...lamp, dimming: 0.25 }])[0]).toBeCloseTo(10, 9)
  })

  it('is nothing beyond the cut-off and in the shadow of a building', () => {
    expect(lux([[101, 0]], [lamp])).toEqual([0])
    const shadows = prepareScene({
      buildings: [
        [
          [
            [3, -2],
            [4, -2],
            [4, 2],
            [3, 2],
          ],
        ],
      ],
    })
    const [before, behind, beside] = lux(
      [
        [2.9, 0],
        [5, 0],
        [0, 5],
      ],
      [lamp],
      { ...plain, shadows },
    )
    expect(before).toBeGreaterThan(20)
    expect(behind).toBe(0)
    expect(beside).toBeCloseTo(14.142136, 5)
    // Asked again with the same lamp and scene, nearer or farther.
    expect(lux([[0, 5]], [lamp], { ...plain, shadows, cutOff: 4 })).toEqual([0])
    expect(lux([[0, 150]], [lamp], { ...plain, shadows, cutOff: 200 })[0]).toBeGreaterThan(0)
    const enclosed = given(
      illuminanceAt(Float64Array.of(9), Float64Array.of(0), [{ ...lamp, x: 3.5 }], { ...plain, shadows }),
    )
    expect([enclosed.enclosed, enclosed.lux[0]]).toEqual([[0], 0])
  })

  it('turns the luminaire: C90 looks along its direction, C0 lies to the right of it', () => {
    const ahead = luminaire([0, 90, 180, 270], (c) => (c === 90 ? 900 : c === 0 ? 100 : 0))
    const at = (direction: number) =>
      lux(
        [
          [0, 5],
          [5, 0],
          [0, -5],
          [-5, 0],
        ],
        [{ ...lamp, direction, luminaire: ahead }],
      ).map((value) => Math.round((value * 50 ** 1.5) / 5))
    expect(at(0)).toEqual([900, 100, 0, 0])
    expect(at(90)).toEqual([0, 900, 100, 0])
    expect(at(-90)).toEqual([100, 0, 0, 900])
  })

  it('looks up the same intensity as the table gives, between planes and over north', () => {
    const road = genericRoadLuminaire(5000)
    for (const [x, y] of [
      [3.3, 1.7],
      [-8, 2],
      [-0.4, -6.1],
      [9, -0.01],
    ] as const) {
      const c = (Math.atan2(y, x) * 180) / Math.PI
      const away = Math.hypot(x, y)
      const gamma = (Math.atan2(away, 5) * 180) / Math.PI
      const expected = (intensityAt(road, c, gamma) * 5) / Math.hypot(away, 5) ** 3
      expect(lux([[x, y]], [{ ...lamp, luminaire: road }])[0]).toBeCloseTo(expected, 9)
    }
  })

  it('lays all the light of a luminaire on the ground when the ground is wide', () => {
    const grid = given(gridPoints([-150, -150, 150, 150], 1))
    const light = given(
      illuminanceAt(grid.x, grid.y, [{ ...lamp, x: 0.5, y: 0.5, luminaire: genericRoadLuminaire(5000) }], {
        maintenance: 1,
        cutOff: 500,
      }),
    )
    const lumens = light.lux.reduce((sum, value) => sum + value, 0)
    expect(lumens / 5000).toBeCloseTo(1, 2)
    expect(lumens).toBeLessThan(5010)
  })

  it.each([
    ['maintenance-factor', {}, { maintenance: 0 }],
    ['maintenance-factor', {}, { maintenance: 1.2 }],
    ['cut-off', {}, { cutOff: Number.NaN }],
    ['lamp', { height: 0 }, {}],
    ['lamp', { x: Number.NaN }, {}],
  ])('is refused for its %s', (code, change, option) => {
    const answer = illuminanceAt(Float64Array.of(0), Float64Array.of(0), [{ ...lamp, ...change }], {
      ...plain,
      ...option,
    })
    expect(isRefusal(answer) && answer.code).toBe(code)
  })
})

describe('lighting classes', () => {
  it('are those of the standard, brightest first', () => {
    expect(streetClasses.P.map(({ id, mean, minimum }) => [id, mean, minimum])).toEqual([
      ['P1', 15, 3],
      ['P2', 10, 2],
      ['P3', 7.5, 1.5],
      ['P4', 5, 1],
      ['P5', 3, 0.6],
      ['P6', 2, 0.4],
    ])
    expect(streetClasses.C.map(({ mean, uniformity }) => [mean, uniformity])).toEqual(
      [50, 30, 20, 15, 10, 7.5].map((mean) => [mean, 0.4]),
    )
  })

  it('say what a stretch fails and which class it reaches', () => {
    const points = Float64Array.of(0.9, 5, 9.1)
    expect(stretchLight(points, streetClasses.P[3]!)).toMatchObject({
      mean: 5,
      minimum: 0.9,
      fails: ['minimum'],
    })
    expect(classReached(points, 'P')?.id).toBe('P5')
    expect(stretchLight(points, streetClasses.C[5]!).fails).toEqual(['mean', 'uniformity'])
    expect(classReached(Float64Array.of(0, 0), 'P')).toBeNull()
    expect(stretchLight(Float64Array.of(5, 10), streetClasses.C[5]!).fails).toEqual([])
  })

  it('are measured on every stretch from all lamps, dark and broken ones too', () => {
    const road = genericRoadLuminaire(5000)
    const lamps = Array.from(
      { length: 8 },
      (_, i): Lamp => ({ x: 25 * i, y: -4, height: 6, direction: 0, luminaire: road }),
    )
    const wanted = streetClasses.P[3]!
    const [lit, dark, flat] = lightStretches(
      [
        {
          centreLine: [
            [0, 0],
            [175, 0],
          ],
          width: 6,
          wanted,
        },
        {
          centreLine: [
            [0, 400],
            [175, 400],
          ],
          width: 6,
          wanted,
        },
        {
          centreLine: [
            [0, 0],
            [175, 0],
          ],
          width: 0,
          wanted,
        },
      ],
      lamps,
      { maintenance: 0.8, cutOff: 100 },
    )
    expect(lit).toMatchObject({ fails: [], points: 350 * 12 })
    expect(dark).toMatchObject({ fails: ['mean', 'minimum'], mean: 0, reached: null })
    expect(isRefusal(flat) && flat.code).toBe('stretch-without-width')
  })
})

describe('points on a surface', () => {
  it('stand in the middle of squares along a bent line', () => {
    const { x, y } = given(
      stretchPoints(
        [
          [0, 0],
          [2, 0],
          [2, 2],
        ],
        1,
        1,
      ),
    )
    expect([...x]).toEqual([0.5, 1.5, 2, 2])
    expect([...y]).toEqual([0, 0, 0.5, 1.5])
    const [first, second] = [
      given(
        stretchPoints(
          [
            [0, 0],
            [10, 0],
          ],
          4,
          1,
        ),
      ),
      given(
        stretchPoints(
          [
            [0, 0],
            [0, 0],
            [10, 0],
          ],
          4,
          1,
        ),
      ),
    ]
    expect(second).toEqual(first)
    expect(first.x).toHaveLength(40)
  })

  it('are refused without length and where they are too many', () => {
    const none = stretchPoints([[1, 1]], 5)
    expect(isRefusal(none) && none.code).toBe('stretch-without-length')
    const many = gridPoints([0, 0, 5000, 5000])
    expect(isRefusal(many) && many.code).toBe('too-many-points')
  })
})

describe('iso-lux lines', () => {
  const grid = given(gridPoints([-10, -10, 10, 10], 0.25))
  const area = (line: readonly number[]) => {
    let doubled = 0
    for (let i = 0; i + 3 < line.length; i += 2)
      doubled += line[i]! * line[i + 3]! - line[i + 2]! * line[i + 1]!
    return doubled / 2
  }

  it('are the circle they should be, closed, with the light inside to the left', () => {
    const cone = grid.x.map((x, i) => 20 - Math.hypot(x, grid.y[i]!))
    const [six, three, ...more] = isoLines(grid, cone, [14, 17])
    expect(more).toEqual([])
    expect(area(six!.line)).toBeCloseTo(Math.PI * 36, 0)
    expect(area(three!.line) / (Math.PI * 9)).toBeCloseTo(1, 2)
    expect(six!.line.slice(0, 2)).toEqual(six!.line.slice(-2))
  })

  it('end at the rim, keep two peaks apart, and leave out what is not known', () => {
    const slope = isoLines(grid, grid.x, [0.1])
    expect(slope).toHaveLength(1)
    expect(Math.abs(slope[0]!.line.at(-1)! - slope[0]!.line[1]!)).toBeCloseTo(20, 9)
    const peaks = grid.x.map((x, i) =>
      Math.max(4 - Math.hypot(x - 5, grid.y[i]!), 4 - Math.hypot(x + 5, grid.y[i]!)),
    )
    expect(isoLines(grid, peaks, [1])).toHaveLength(2)
    const unknown = grid.x.map((x) => (x > -1 && x < 1 ? Number.NaN : x))
    expect(isoLines(grid, unknown, [0])).toHaveLength(0)
    // A saddle: opposite corners high, the middle decides.
    const saddle = { west: 0, south: 0, step: 1, columns: 2, rows: 2 }
    const lines = (level: number) =>
      isoLines(saddle, Float64Array.of(1, 0, 0, 1), [level]).map(({ line }) => line)
    const near = (line: number[]) => line.map((value) => expect.closeTo(value, 9))
    expect(lines(0.4)).toEqual([near([0.6, 0, 1, 0.4]), near([0.4, 1, 0, 0.6])])
    expect(lines(0.6)).toEqual([near([0.4, 0, 0, 0.4]), near([0.6, 1, 1, 0.6])])
  })
})
