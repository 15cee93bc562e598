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

const keyOf = ({ wasmUrl, wasmBinary }: SolverSource) => wasmBinary ?? wasmUrl ?? ''

/** HiGHS (MIT, highs.dev), loaded at the first call and kept. A failed load is tried again next time. */
export function loadSolver(source: SolverSource = {}): Promise<Highs> {
  const { wasmUrl, wasmBinary } = source
  const key = keyOf(source)
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

/** Lets a grown solver go: the memory of WebAssembly never shrinks, so the next call starts a new one. */
export function releaseSolver(source: SolverSource = {}): void {
  loaded.delete(keyOf(source))
}
