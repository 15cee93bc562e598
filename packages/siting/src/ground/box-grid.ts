/** [west, south, east, north] in metres of a local plane. */
export type PlaneBox = readonly [number, number, number, number]

/** Boxes found by place: a grid of squares, each with the boxes that touch it. */
export interface BoxGrid {
  /** Boxes that touch the box asked for, as indices in rising order. */
  touching(box: PlaneBox): number[]
}

/** A grid over boxes, of about as many squares as there are boxes. */
export function boxGrid(boxes: readonly PlaneBox[]): BoxGrid {
  const whole = boxes.reduce<[number, number, number, number]>(
    (sum, [w, s, e, n]) => [
      Math.min(sum[0], w),
      Math.min(sum[1], s),
      Math.max(sum[2], e),
      Math.max(sum[3], n),
    ],
    [Infinity, Infinity, -Infinity, -Infinity],
  )
  const [west, south, east, north] = boxes.length > 0 ? whole : [0, 0, 0, 0]
  const size = Math.max(1, Math.sqrt(((east - west) * (north - south)) / Math.max(1, boxes.length)))
  const columns = Math.floor((east - west) / size) + 1
  const rows = Math.floor((north - south) / size) + 1
  const column = (x: number) => Math.max(0, Math.min(columns - 1, Math.floor((x - west) / size)))
  const row = (y: number) => Math.max(0, Math.min(rows - 1, Math.floor((y - south) / size)))
  const squares = new Map<number, number[]>()
  boxes.forEach(([w, s, e, n], i) => {
    for (let r = row(s); r <= row(n); r++)
      for (let c = column(w); c <= column(e); c++) {
        const there = squares.get(r * columns + c)
        if (there) there.push(i)
        else squares.set(r * columns + c, [i])
      }
  })
  return {
    touching: ([w, s, e, n]) => {
      const found = new Set<number>()
      for (let r = row(s); r <= row(n); r++)
        for (let c = column(w); c <= column(e); c++)
          for (const i of squares.get(r * columns + c) ?? []) {
            const [bw, bs, be, bn] = boxes[i]!
            if (bw <= e && be >= w && bs <= n && bn >= s) found.add(i)
          }
      return [...found].sort((a, b) => a - b)
    },
  }
}
