import { copyInto } from './node-store.ts'

/** The node ids of every way, for the relations that are built from ways: 8 bytes a node and about 50 a way. */
export class WayStore {
  private readonly starts = new Map<number, number>()
  private refs = new Float64Array(4096)
  private length = 0

  add(id: number, nodes: readonly number[]): void {
    const needed = this.length + nodes.length + 1
    if (needed > this.refs.length) {
      this.refs = copyInto(new Float64Array(Math.ceil(needed * 1.6)), this.refs)
    }
    this.starts.set(id, this.length)
    this.refs[this.length] = nodes.length
    this.refs.set(nodes, this.length + 1)
    this.length = needed
  }

  /** Node ids in order, or null where the file has no such way. */
  nodesOf(id: number): Float64Array | null {
    const start = this.starts.get(id)
    if (start === undefined) return null
    return this.refs.subarray(start + 1, start + 1 + this.refs[start]!)
  }
}
