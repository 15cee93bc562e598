type Imports = Readonly<Record<string, Record<string, unknown>>>

/** As much of the WebAssembly interface as is watched; Node has it without the types of a browser. */
interface WebAssemblyInterface {
  Instance: new (module: object, imports?: Imports) => object
  instantiate: (source: object, imports?: Imports) => Promise<object>
}

export interface Exceptions {
  /** A C++ exception was thrown since the last `clear`. */
  happened(): boolean
  clear(): void
}

/**
 * Notices every C++ exception in WebAssembly modules made from now on in this thread. PostGIS is built there without landing pads:
 * what GEOS throws is caught by nobody, unwinds to PostgreSQL's own set jump, and the statement goes on as if it were finished,
 * with fewer rows written and success reported. Every throw is therefore a statement that must not stand.
 */
export function watchExceptions(): Exceptions {
  let happened = false
  const watched = (imports: Imports = {}): Imports => {
    if (!imports.env) return imports
    const env = new Proxy(imports.env, {
      get(target, name) {
        const member = Reflect.get(target, name)
        if (name !== '__cxa_throw' || typeof member !== 'function') return member
        return (...args: unknown[]) => {
          happened = true
          return member(...args)
        }
      },
    })
    return { ...imports, env }
  }
  const { WebAssembly: wasm } = globalThis as unknown as { WebAssembly: WebAssemblyInterface }
  wasm.Instance = new Proxy(wasm.Instance, {
    construct: (target, [module, imports]) => new target(module, watched(imports)),
  })
  wasm.instantiate = new Proxy(wasm.instantiate, {
    apply: (target, self, [source, imports]) => Reflect.apply(target, self, [source, watched(imports)]),
  })
  return {
    happened: () => happened,
    clear: () => {
      happened = false
    },
  }
}
