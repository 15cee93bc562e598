import type { PlanComment } from '@trygghetskartan/api/contract-plans'

/** A comment with its answers. `number` is what its pin and its place in the list bear. */
export interface Thread {
  readonly number: number
  readonly first: PlanComment
  readonly answers: readonly PlanComment[]
}

/**
 * Comments in the order they were made, each with everything that answers it, directly or over another answer. A number
 * stays with its comment when others are resolved; an answer to what is gone stands by itself.
 */
export function threadsOf(comments: readonly PlanComment[]): Thread[] {
  const byId = new Map(comments.map((comment) => [comment.id, comment]))
  const rootOf = (comment: PlanComment): PlanComment => {
    const seen = new Set<string>()
    let at = comment
    while (at.answers !== null && byId.has(at.answers) && !seen.has(at.id)) {
      seen.add(at.id)
      at = byId.get(at.answers)!
    }
    return at
  }
  const answers = Map.groupBy(
    comments.filter((comment) => rootOf(comment) !== comment),
    (comment) => rootOf(comment).id,
  )
  return comments
    .filter((comment) => rootOf(comment) === comment)
    .map((first, at) => ({ number: at + 1, first, answers: answers.get(first.id) ?? [] }))
}

export const isOpen = ({ first }: Thread): boolean => first.resolved === null
