import type { Highs, InitOptions } from 'highs'

/**
 * Where the solver's WebAssembly comes from. In Node nothing is needed; in a browser worker the address
 * of `highs.wasm` as the bundler names it, or its bytes.
 */
export interface SolverSource {
  readonly wasmUrl?: string
  readonly wasmBinary?: ArrayBuffer | ArrayBufferView
}

/** The package's types are written for CommonJS, where `default` is one step further in than at run time. */
type Loader = (options: InitOptions) => Promise<Highs>

const loaded = new Map<string | ArrayBuffer | ArrayBufferView, Promise<Highs>>()

/** HiGHS (MIT, highs.dev), loaded at the first call and kept. A failed load is tried again next time. */
export function loadSolver({ wasmUrl, wasmBinary }: SolverSource = {}): Promise<Highs> {
  const key = wasmBinary ?? wasmUrl ?? ''
  const known = loaded.get(key)
  if (known) return known
  const options: InitOptions = {
    ...(wasmBinary ? { wasmBinary } : {}),
    ...(wasmUrl ? { locateFile: () => wasmUrl } : {}),
  }
  const loading = import('highs').then(({ default: load }) => (load as unknown as Loader)(options))
  loaded.set(key, loading)
  loading.catch(() => loaded.delete(key))
  return loading
}
