import type { Text } from '../refusal.ts'
import type { DateForm } from './dates.ts'

export interface Example {
  /** Line in the file, counted from 1. */
  readonly line: number
  readonly text: string
}

/** Something that is to be seen of a file as a whole before it is taken in. */
export interface TableProblem {
  readonly code: string
  /** Nothing is read before it is put right. */
  readonly stops: boolean
  readonly message: Text
  readonly examples: readonly Example[]
  /** Of dates: the forms to choose among. */
  readonly forms?: readonly DateForm[]
  /** Of positions that many share: where, as the file has it, and how many. */
  readonly place?: { readonly x: number; readonly y: number; readonly count: number }
}
