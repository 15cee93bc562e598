/** values[at[0]], values[at[1]], … */
export function gather(values: ArrayLike<number>, at: Uint32Array): Float64Array {
  const gathered = new Float64Array(at.length)
  for (let i = 0; i < at.length; i++) gathered[i] = values[at[i]!]!
  return gathered
}
