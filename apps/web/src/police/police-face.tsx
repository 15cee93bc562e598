export function PoliceFace() {
  return null
}
