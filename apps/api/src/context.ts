import { OpenAPIHono } from '@hono/zod-openapi'
import type { LayerDefinition } from '@trygghetskartan/layers'
import type { Logger } from 'pino'
import type { Audit } from './audit/audit.ts'
import type { Auth, Caller, Visit } from './auth.ts'
import type { Database } from './database/database.ts'
import type { Env } from './env.ts'
import { ProblemError } from './errors.ts'
import type { SignIn } from './identity/oidc/sign-in.ts'
import type { Jobs } from './jobs/jobs.ts'
import type { Language } from './language.ts'
import type { Retention } from './retention/retention.ts'
import type { TileService } from './tiles/tile-service.ts'
import { fieldErrorsOf } from './validation.ts'

/** What the routes work with. */
export interface Services {
  readonly env: Env
  readonly database: Database
  readonly tiles: TileService
  readonly auth: Auth
  readonly signIn: SignIn
  readonly audit: Audit
  readonly retention: Retention
  readonly jobs: Jobs
  readonly layers: readonly LayerDefinition[]
  readonly log: Logger
  /** Aborted when the server stops: long answers end then. */
  readonly stopping: AbortSignal
}

export interface Variables {
  Variables: { caller: Caller; visit: Visit; language: Language }
}

/** A router whose refused parameters become problems: 400 for the address and query, 422 for a body. */
export const createRouter = () =>
  new OpenAPIHono<Variables>({
    defaultHook: (result) => {
      if (result.success) return
      const body = result.target === 'json'
      throw new ProblemError(body ? 'invalid' : 'bad-request', undefined, {
        errors: fieldErrorsOf(result.error.issues),
      })
    },
  })
