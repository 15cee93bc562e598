export function PlannerFace() {
  return null
}
