import { type Refusal, refuse } from '@trygghetskartan/geo'

/** A camera as a planner describes it. Metres in a local plane, degrees, millimetres, pixels. */
export interface Camera {
  readonly x: number
  readonly y: number
  /** Metres above the ground. */
  readonly height: number
  /** Where it looks, degrees clockwise from north. */
  readonly direction: number
  /** Degrees below the horizon. */
  readonly tilt: number
  /** A pan-tilt-zoom camera reaches every direction in turn; an all-round one sees them all at once. */
  readonly movement: 'fixed' | 'ptz' | 'all_round'
  readonly lens:
    | { readonly focalLength: number; readonly sensorWidth: number }
    | { readonly fieldOfView: number }
  readonly pixels: { readonly across: number; readonly down: number }
  /** Metres along the ground beyond which nothing is counted. */
  readonly reach: number
}

/** What follows from a camera's description. */
export interface CameraView {
  /** Horizontal and vertical field of view at one moment, radians; `sweep` is what it covers in all. */
  readonly horizontal: number
  readonly vertical: number
  readonly sweep: number
  /** Metres along the ground: nearer lies the dead zone under the camera, farther is above the picture or out of reach. */
  readonly near: number
  readonly far: number
  /** Pixels per metre at one metre: the density at slant distance d is this over d. */
  readonly densityAtOneMetre: number
}

interface Bound {
  readonly code: string
  readonly value: number
  readonly from: number
  readonly to: number
  readonly sv: string
  readonly en: string
}

const degrees = Math.PI / 180

/**
 * Field of view, dead zone and pixel density of a camera, or why there are none: a lens, height or sensor that cannot be.
 * Density by px/m = focal length * pixels / (sensor width * slant distance) (EN/IEC 62676-4); where the picture spans half
 * a turn or more (fisheye, several sensors) pixels are taken as spread evenly over the angle. The vertical field of view
 * assumes square pixels. A camera that turns or sees all round has no dead zone of its own tilt.
 */
export function cameraView(camera: Camera): CameraView | Refusal {
  const problem = boundsOf(camera).find(({ value, from, to }) => !(value >= from && value <= to))
  if (problem)
    return refuse(
      problem.code,
      `${problem.sv} måste vara mellan ${problem.from} och ${problem.to}.`,
      `${problem.en} must be between ${problem.from} and ${problem.to}.`,
    )
  const { lens, pixels, height, tilt, movement, reach } = camera
  const horizontal =
    'fieldOfView' in lens
      ? lens.fieldOfView * degrees
      : 2 * Math.atan(lens.sensorWidth / (2 * lens.focalLength))
  const flat = horizontal < Math.PI - 1e-9
  const perRadian = pixels.across / horizontal
  const densityAtOneMetre = flat ? pixels.across / (2 * Math.tan(horizontal / 2)) : perRadian
  const vertical = flat
    ? 2 * Math.atan((pixels.down / pixels.across) * Math.tan(horizontal / 2))
    : Math.min(Math.PI, pixels.down / perRadian)
  if (movement !== 'fixed')
    return { horizontal, vertical, sweep: 2 * Math.PI, near: 0, far: reach, densityAtOneMetre }
  const lower = tilt * degrees + vertical / 2
  const upper = tilt * degrees - vertical / 2
  if (lower <= 0)
    return refuse(
      'sees-no-ground',
      'Kameran är riktad så högt att den inte ser marken. Luta den nedåt.',
      'The camera looks so high that it sees no ground. Tilt it down.',
    )
  const near = lower >= Math.PI / 2 ? 0 : height / Math.tan(lower)
  const far = Math.min(reach, upper > 0 ? height / Math.tan(upper) : Infinity)
  if (near >= far)
    return refuse(
      'nothing-in-reach',
      `Den döda zonen under kameran når ${Math.round(near)} m, bortom räckvidden. Luta den nedåt eller sänk den.`,
      `The dead zone under the camera reaches ${Math.round(near)} m, beyond its reach. Tilt it down or lower it.`,
    )
  return { horizontal, vertical, sweep: horizontal, near, far, densityAtOneMetre }
}

/** Slant distance in metres at which the density falls to `density` pixels per metre. */
export const distanceAtDensity = ({ densityAtOneMetre }: CameraView, density: number): number =>
  densityAtOneMetre / density

/** Metres along the ground at which the density on the ground falls to `density`; 0 where it is never reached there. */
export function groundDistanceAtDensity(view: CameraView, height: number, density: number): number {
  const slant = distanceAtDensity(view, density)
  return slant > height ? Math.sqrt(slant * slant - height * height) : 0
}

function boundsOf({ x, y, height, direction, tilt, lens, pixels, reach }: Camera): Bound[] {
  const bound = (code: string, value: number, from: number, to: number, sv: string, en: string): Bound => ({
    code,
    value,
    from,
    to,
    sv,
    en,
  })
  const far = Number.MAX_VALUE
  return [
    bound('position', x, -far, far, 'Platsens läge i öster', 'The position’s easting'),
    bound('position', y, -far, far, 'Platsens läge i norr', 'The position’s northing'),
    bound('height', height, 0.5, 100, 'Monteringshöjden (m)', 'The mounting height (m)'),
    bound('direction', direction, -3600, 3600, 'Riktningen (grader)', 'The direction (degrees)'),
    bound('tilt', tilt, -90, 90, 'Lutningen (grader)', 'The tilt (degrees)'),
    ...('fieldOfView' in lens
      ? [
          bound(
            'field-of-view',
            lens.fieldOfView,
            0.5,
            360,
            'Bildvinkeln (grader)',
            'The field of view (degrees)',
          ),
        ]
      : [
          bound('focal-length', lens.focalLength, 0.5, 2000, 'Brännvidden (mm)', 'The focal length (mm)'),
          bound('sensor-width', lens.sensorWidth, 0.5, 100, 'Sensorns bredd (mm)', 'The sensor width (mm)'),
        ]),
    bound(
      'pixels',
      pixels.across,
      16,
      100_000,
      'Antalet bildpunkter på bredden',
      'The number of pixels across',
    ),
    bound('pixels', pixels.down, 16, 100_000, 'Antalet bildpunkter på höjden', 'The number of pixels down'),
    bound('reach', reach, 1, 5000, 'Räckvidden (m)', 'The reach (m)'),
  ]
}
