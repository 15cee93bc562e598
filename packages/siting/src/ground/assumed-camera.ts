import type { Camera } from '../camera.ts'
import type { Text } from '../reports/text.ts'
import type { Corner } from '../scene.ts'
import type { KnownCamera } from './measure.ts'

/** Assumptions of this project for what nobody has said of a camera. Metres, millimetres and pixels. */
export const usualCamera = {
  height: 4,
  across: 1920,
  down: 1080,
  sensorWidth: 5.4,
  focalLength: 4,
  reach: 60,
  /** An all-round camera sees a whole turn, with as many pixels as a common fisheye spreads over it. */
  allRoundAcross: 3840,
  allRoundDown: 2160,
} as const

/** A camera to reckon with, and what of it is assumed: shown beside every result. */
export interface AssumedCamera {
  readonly camera: Camera
  readonly assumed: readonly (keyof KnownCamera)[]
  readonly assumptions: readonly Text[]
}

const degrees = Math.PI / 180

/**
 * The camera at `at` (metres in a plane) as far as it is known, and the rest by assumption. A fixed camera whose tilt nobody
 * has said looks down so far that the upper edge of its picture meets the ground at its reach. One whose direction nobody
 * has said counts as seeing all round, so that nobody is watched without being counted. Values that cannot be are kept:
 * cameraView refuses them.
 */
export function assumedCamera(known: KnownCamera, at: Corner): AssumedCamera {
  const assumed: (keyof KnownCamera)[] = []
  const assumptions: Text[] = []
  const take = (role: keyof KnownCamera, value: number, unit: string, sv: string, en: string): number => {
    const said = known[role]
    if (typeof said === 'number') return said
    assumed.push(role)
    const decimal = String(value).replace('.', ',')
    assumptions.push({
      sv: `${sv} är inte angiven: ${decimal}${unit} antas.`,
      en: `${en} is not given: ${value}${unit} is assumed.`,
    })
    return value
  }
  const allRound = known.movement === 'all_round'
  const height = take('height', usualCamera.height, ' m', 'Monteringshöjden', 'The mounting height')
  const lens = lensOf(known, take, allRound)
  const pixels = {
    across: take(
      'across',
      allRound ? usualCamera.allRoundAcross : usualCamera.across,
      ' px',
      'Upplösningen i sidled',
      'The horizontal resolution',
    ),
    down: known.down ?? downOf(known, allRound),
  }
  if (known.down === undefined) assumed.push('down')
  const reach = take('reach', usualCamera.reach, ' m', 'Räckvidden', 'The reach')
  const movement = movementOf(known, assumed, assumptions)
  const turns = movement !== 'fixed'
  let tilt = known.tilt ?? 0
  if (known.tilt === undefined && !turns) {
    tilt = tiltFor(lens, pixels, height, reach)
    assumed.push('tilt')
    assumptions.push({
      sv: `Lutningen är inte angiven: ${Math.round(tilt)}° nedåt antas, så att bildens överkant når marken vid räckvidden.`,
      en: `The tilt is not given: ${Math.round(tilt)}° down is assumed, so that the top of the picture meets the ground at its reach.`,
    })
  }
  const camera: Camera = {
    x: at[0],
    y: at[1],
    height,
    direction: known.direction ?? 0,
    tilt,
    movement,
    lens,
    pixels,
    reach,
  }
  return { camera, assumed, assumptions }
}

/** What an imported camera says of itself, in the words of OpenStreetMap: domes and panning ones turn. */
export function knownCameraOf({
  type = '',
  direction,
  height,
}: {
  readonly type?: string
  readonly direction?: number
  readonly height?: number
}): KnownCamera {
  return {
    ...(/dome|pan|ptz/i.test(type) ? { movement: 'ptz' as const } : {}),
    ...(/fixed/i.test(type) ? { movement: 'fixed' as const } : {}),
    ...(direction !== undefined && Number.isFinite(direction) ? { direction } : {}),
    // A height of the imported map that cannot be is treated as missing.
    ...(height !== undefined && height >= 0.5 && height <= 100 ? { height } : {}),
  }
}

type Take = (role: keyof KnownCamera, value: number, unit: string, sv: string, en: string) => number

function lensOf(known: KnownCamera, take: Take, allRound: boolean): Camera['lens'] {
  if (known.fieldOfView !== undefined) return { fieldOfView: known.fieldOfView }
  if (allRound && known.focalLength === undefined) return { fieldOfView: 360 }
  return {
    focalLength: take('focalLength', usualCamera.focalLength, ' mm', 'Brännvidden', 'The focal length'),
    sensorWidth: take('sensorWidth', usualCamera.sensorWidth, ' mm', 'Sensorns bredd', 'The sensor width'),
  }
}

/** Pictures are 16:9 where nobody says. */
function downOf({ across }: KnownCamera, allRound: boolean): number {
  if (across === undefined) return allRound ? usualCamera.allRoundDown : usualCamera.down
  return Math.max(16, Math.round((across * usualCamera.down) / usualCamera.across))
}

function movementOf(
  { movement, direction }: KnownCamera,
  assumed: (keyof KnownCamera)[],
  assumptions: Text[],
): Camera['movement'] {
  if (direction === undefined && movement !== 'ptz' && movement !== 'all_round') {
    assumed.push('direction')
    assumptions.push({
      sv: 'Riktningen är inte angiven: kameran räknas som om den kunde se åt alla håll.',
      en: 'The direction is not given: the camera counts as if it could see all round.',
    })
    return 'ptz'
  }
  return movement ?? 'fixed'
}

function tiltFor(lens: Camera['lens'], pixels: Camera['pixels'], height: number, reach: number): number {
  const across =
    'fieldOfView' in lens
      ? lens.fieldOfView * degrees
      : 2 * Math.atan(lens.sensorWidth / (2 * lens.focalLength))
  // As cameraView reckons: flat pictures by the tangent, others evenly over the angle.
  const vertical =
    across < Math.PI - 1e-9
      ? 2 * Math.atan((pixels.down / pixels.across) * Math.tan(across / 2))
      : Math.min(Math.PI, (across * pixels.down) / pixels.across)
  const tilt = (vertical / 2 + Math.atan(height / reach)) / degrees
  return Number.isFinite(tilt) ? Math.min(90, tilt) : 0
}
