import type { Audience } from '@trygghetskartan/layers'

/** Who a right is given to: an audience, or the command line on the server's own machine. */
export type Subject = Audience | 'operator'

export type Verb = 'read' | 'create' | 'change' | 'remove' | 'run'

/**
 * `always`; or as far as the object's `layer` is the subject's, the object is its `own`, or it is a `member` of its plan.
 * The handler and the database see to the last three. Nobody has anything of their own: `own` and `member` need a sign-in.
 */
export type Condition = 'always' | 'layer' | 'own' | 'member'

/** One row of the table: who may do one thing at one address. */
export interface Right {
  readonly method: 'get' | 'post' | 'put' | 'patch' | 'delete'
  /** As in the OpenAPI document: '/api/measures/{id}'. */
  readonly path: string
  readonly resource: string
  readonly verb: Verb
  readonly allow: Readonly<Partial<Record<Subject, Condition>>>
  /** Whether a machine's token of an allowed audience may do it: a reading one, or only one that may write. */
  readonly token: 'read' | 'write' | false
  /** Needs a sign-in fresher than fifteen minutes. */
  readonly stepUp?: true
  /** A reading that the audit trail keeps. */
  readonly sensitive?: true
}

export const subjects: readonly Subject[] = ['public', 'reporter', 'planner', 'police', 'admin', 'operator']

type Allow = Right['allow']

/** The same for each of the subjects. */
export const each = (condition: Condition, among: readonly Subject[]): Allow =>
  Object.fromEntries(among.map((subject) => [subject, condition]))

export const everyone = (condition: Condition): Allow => each(condition, subjects)
