/** What the embedded engine's thread is told and what it answers. */

export interface EngineSettings {
  /** Folder of the database cluster; made when absent. */
  readonly dataFolder: string
  /** Channel whose notifications go to the connection. */
  readonly channel: string
}

export type EngineRequest =
  /** Whole messages of PostgreSQL's frontend protocol. */
  { readonly type: 'exec'; readonly bytes: Uint8Array } | { readonly type: 'stop' }

export type EngineAnswer =
  | { readonly type: 'ready' }
  /** A part of the backend's answer. */
  | { readonly type: 'data'; readonly bytes: Uint8Array<ArrayBuffer> }
  /** The request is answered in full. */
  | { readonly type: 'done' }
