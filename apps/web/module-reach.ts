export interface Graph {
  getModuleInfo(id: string): { readonly importedIds: readonly string[] } | null
}

/** All that the given modules import at once, and they themselves. */
export function reachOf(graph: Graph, from: readonly string[]): ReadonlySet<string> {
  const found = new Set<string>()
  const waiting = [...from]
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (found.has(id)) continue
    found.add(id)
    // A package's own list of what it has reaches all of it, whatever is used.
    if (/\/packages\/\w+\/src\/index\.ts$/.test(id)) continue
    waiting.push(...(graph.getModuleInfo(id)?.importedIds ?? []))
  }
  return found
}
