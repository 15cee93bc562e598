import type { LayerRow } from '../../queries/demo.ts'
import type { DemoLayer } from '../demo-layers.ts'
import { random } from '../random.ts'
import type { DemoAreas } from './areas.ts'
import type { Calendar } from './calendar.ts'
import type { Ground } from './ground.ts'
import { lived } from './past.ts'

/** The layers with what was seen on their walks, and each second walk tied to the one it follows up. */
export function withRemarks(
  areas: DemoAreas,
  layers: readonly DemoLayer[],
  ground: Ground,
  { daysAgo }: Calendar,
): DemoLayer[] {
  const titled = (title: string, among: readonly DemoLayer[]): LayerRow => {
    const row = among.flatMap(({ rows }) => rows).find((one) => one.title === title)
    if (!row) throw new RangeError(`the demonstration has nothing called ${title}`)
    return row
  }
  const walks = layers.filter(({ layer }) => layer === 'safety_walks')
  const measures = layers.filter(({ rows }) => rows[0] && 'status' in rows[0])
  const earlierOf = new Map(areas.safety_walks.map(({ title, earlier }) => [title, earlier]))
  const tied = (layer: DemoLayer): DemoLayer => ({
    ...layer,
    rows: layer.rows.map((row) => {
      const earlier = earlierOf.get(String(row.title))
      return { ...row, earlier_walk: earlier ? titled(earlier, walks).id : null }
    }),
  })
  const lives = areas.walk_remarks.map((remark, i) => {
    const r = random(`walk_remarks ${i} ${remark.words}`)
    const id = r.uuid()
    const walk = titled(remark.walk, walks)
    const walked = String(walk.walked_on)
    const { clocks, past } = lived(id, [{ day: walked, account: 'demo-planner', was: {} }], r)
    const row: LayerRow = {
      ...{ id, geom: ground.geometry(remark.where), kind: remark.kind, state: remark.state },
      ...{ walk_id: walk.id, words: remark.words, answer: remark.answer ?? null },
      answer_responsible: remark.who ?? null,
      answer_on: remark.due === undefined ? null : daysAgo(remark.due),
      measure_id: remark.measure ? titled(remark.measure, measures).id : null,
      ...{ internal_text: remark.internal ?? null, demo: true, ...clocks },
    }
    return { row, past }
  })
  return [
    ...layers.map((layer) => (layer.layer === 'safety_walks' ? tied(layer) : layer)),
    { layer: 'walk_remarks', rows: lives.map(({ row }) => row), past: lives.flatMap(({ past }) => past) },
  ]
}
