import { isRefusal } from '@trygghetskartan/geo'
import { describe, expect, it } from 'vitest'
import { cameraView } from '../camera.ts'
import { assumedCamera, knownCameraOf } from './assumed-camera.ts'

const viewOf = (known: Parameters<typeof assumedCamera>[0]) => {
  const view = cameraView(assumedCamera(known, [0, 0]).camera)
  if (isRefusal(view)) throw new Error(view.text.en)
  return view
}

describe('what is assumed of a camera', () => {
  it('is told in words, and nothing is where all is said', () => {
    const whole = {
      movement: 'fixed',
      height: 5,
      direction: 10,
      tilt: 20,
      focalLength: 6,
      sensorWidth: 6,
      across: 2560,
      down: 1440,
      reach: 80,
    } as const
    expect(assumedCamera(whole, [1, 2])).toMatchObject({ assumed: [], assumptions: [] })
    const { assumed, assumptions, camera } = assumedCamera({ direction: 0 }, [1, 2])
    expect(assumed).toEqual(['height', 'focalLength', 'sensorWidth', 'across', 'down', 'reach', 'tilt'])
    expect(assumptions[2]!.sv).toBe('Sensorns bredd är inte angiven: 5,4 mm antas.')
    expect(camera).toMatchObject({ x: 1, y: 2, height: 4, movement: 'fixed', reach: 60 })
  })

  it('tilts a fixed camera so that its picture ends at its reach', () => {
    const view = viewOf({ direction: 0, height: 4, reach: 60 })
    expect(view.far).toBeCloseTo(60, 6)
    // Half the picture is atan(0.675 * 9 / 16) = 20.79° high, so the lower edge is 45.4° down: 4 m up meets the ground 3.95 m away.
    expect(view.near).toBeCloseTo(3.95, 2)
  })

  it('lets a camera without direction see all round', () => {
    expect(assumedCamera({ movement: 'fixed' }, [0, 0]).assumed).toContain('direction')
    expect(viewOf({ movement: 'fixed' }).sweep).toBeCloseTo(2 * Math.PI)
    expect(assumedCamera({ movement: 'ptz' }, [0, 0]).assumed).not.toContain('direction')
  })

  it('gives an all-round camera the whole turn', () => {
    const { camera } = assumedCamera({ movement: 'all_round' }, [0, 0])
    expect(camera.lens).toEqual({ fieldOfView: 360 })
    // 3840 px over 2π rad: 611 px/m at one metre.
    expect(viewOf({ movement: 'all_round' }).densityAtOneMetre).toBeCloseTo(611.15, 1)
  })

  it('prefers the field of view to the lens, and keeps pictures 16:9', () => {
    const { camera } = assumedCamera({ direction: 0, fieldOfView: 90, focalLength: 4, across: 3200 }, [0, 0])
    expect(camera.lens).toEqual({ fieldOfView: 90 })
    expect(camera.pixels).toEqual({ across: 3200, down: 1800 })
  })

  it('leaves absurd values for the view to refuse', () => {
    for (const known of [{ focalLength: 0 }, { height: 0 }, { height: -4 }, { reach: 0 }, { fieldOfView: 0 }])
      expect(isRefusal(cameraView(assumedCamera({ direction: 0, ...known }, [0, 0]).camera))).toBe(true)
  })

  it('reads the words of the imported map', () => {
    expect(knownCameraOf({ type: 'dome' })).toEqual({ movement: 'ptz' })
    expect(knownCameraOf({ type: 'panning', height: 0 })).toEqual({ movement: 'ptz' })
    expect(knownCameraOf({ type: 'fixed', direction: 45, height: 6 })).toEqual({
      movement: 'fixed',
      direction: 45,
      height: 6,
    })
  })
})
