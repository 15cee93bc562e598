/** A black box over part of a photo, in shares of its width and height from its upper left corner. */
export interface Cover {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** So small a box hides nothing: a slip of the finger. */
const smallest = 0.01
/** Of the photo's side, with each press of an arrow key. */
const step = 0.02

const clamp = (value: number, most: number): number => Math.min(Math.max(value, 0), most)

/** The box between two points; null where it would hide nothing. */
export function coverBetween(a: readonly [number, number], b: readonly [number, number]): Cover | null {
  const [left, right] = [a[0], b[0]].map((x) => clamp(x, 1)).toSorted((p, q) => p - q) as [number, number]
  const [top, bottom] = [a[1], b[1]].map((y) => clamp(y, 1)).toSorted((p, q) => p - q) as [number, number]
  const cover = { x: left, y: top, width: right - left, height: bottom - top }
  return cover.width < smallest || cover.height < smallest ? null : cover
}

/** A box in the middle, to be moved from there. */
export const middleCover: Cover = { x: 0.4, y: 0.4, width: 0.2, height: 0.2 }

const arrows: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-step, 0],
  ArrowRight: [step, 0],
  ArrowUp: [0, -step],
  ArrowDown: [0, step],
}

/** A box after a key: arrows move it, with shift they size it; null for any other key. */
export function coverAfter(cover: Cover, key: string, shift: boolean): Cover | null {
  const [across, down] = arrows[key] ?? []
  if (across === undefined || down === undefined) return null
  if (!shift)
    return {
      ...cover,
      x: clamp(cover.x + across, 1 - cover.width),
      y: clamp(cover.y + down, 1 - cover.height),
    }
  return {
    ...cover,
    width: Math.max(step, clamp(cover.width + across, 1 - cover.x)),
    height: Math.max(step, clamp(cover.height + down, 1 - cover.y)),
  }
}
