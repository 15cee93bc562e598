import { DrawTools } from '../plan/draw-tools.tsx'

/** What a planner begins with: something new on the map. */
export function PlannerFace() {
  return <DrawTools />
}
