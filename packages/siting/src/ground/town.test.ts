import { isRefusal } from '@trygghetskartan/geo'
import { describe, expect, test } from 'vitest'
import { at, building, groundOf, rectangle, street } from '../testing/grounds.ts'
import { visibleFrom } from '../visibility.ts'
import { buildingAt, buildingsNear, isOpenGround, isWater, townFrom } from './town.ts'

describe('a town from its ground', () => {
  const ground = groundOf(100, {
    buildings: [
      building('north', [-20, 10, 20, 30], { use: 'home', homes: 12 }),
      building('bow', [0, 0, 1, 1], {
        rings: [[at(0, -40), at(20, -20), at(20, -40), at(0, -20), at(0, -40)]],
      }),
      building('flat', [0, 0, 1, 1], { rings: [[at(5, 5), at(6, 6), at(5, 5)]] }),
    ],
    water: [{ id: 'pond', kind: 'water', rings: rectangle(50, 50, 80, 80) }],
    greenery: [{ id: 'scrub', kind: 'scrub', rings: rectangle(-60, -10, -50, 10) }],
    streets: [
      street('row', [
        [-90, 0],
        [90, 0],
      ]),
    ],
  })
  const town = townFrom(ground)

  test('is in metres about the middle of the box', () => {
    expect(town.box.map(Math.round)).toEqual([-100, -100, 100, 100])
    expect(town.buildings[0]!.box.map(Math.round)).toEqual([-20, 10, 20, 30])
    expect(town.buildings[0]!.m2).toBeCloseTo(800, 0)
    expect(town.streets[0]!.line.map(([x]) => Math.round(x))).toEqual([-90, 90])
  })

  test('is made once for the same ground', () => {
    expect(townFrom(ground)).toBe(town)
    expect(townFrom({ ...ground })).not.toBe(town)
  })

  test('leaves out buildings that cross themselves or enclose nothing, and says so', () => {
    expect(town.leftOut.buildings).toEqual(['bow', 'flat'])
    expect(town.buildings.map(({ id }) => id)).toEqual(['north'])
    expect(town.remarks[0]!.sv).toContain('2 byggnader')
    expect(isOpenGround(town, 10, -30)).toBe(true)
  })

  test('knows what stands at a place and near it', () => {
    expect(buildingAt(town, 0, 20)?.id).toBe('north')
    expect(buildingAt(town, 0, 0)).toBeNull()
    expect(buildingsNear(town, 0, 0, 11)).toEqual([0])
    expect(buildingsNear(town, 0, 0, 9)).toEqual([])
    expect(isWater(town, 60, 60)).toBe(true)
    expect(isOpenGround(town, 60, 60)).toBe(false)
    expect(isOpenGround(town, 0, 0)).toBe(true)
  })

  test('greenery stops the eye and not the camera', () => {
    const seen = visibleFrom(town.scene, 0, 0, 80)
    const bySomebody = visibleFrom(town.sightScene, 0, 0, 80)
    if (isRefusal(seen) || isRefusal(bySomebody)) throw new Error('stands in the open')
    const reach = (view: typeof seen) => Math.min(...Array.from(view.start).filter((_, i) => i % 2 === 0))
    expect(reach(seen)).toBeCloseTo(-80, 0)
    expect(
      Array.from(bySomebody.edge).some((edge) => edge >= 0 && town.sightScene.building[edge] === 1),
    ).toBe(true)
  })
})
