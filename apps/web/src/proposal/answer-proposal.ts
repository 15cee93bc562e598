import { buildProposal, isRefusal, type SolverSource, solveProposal } from '@trygghetskartan/siting'
import type { ProposalAsked, ProposalTold } from './proposal-desk.ts'

/** Milliseconds the solver may take; after them the best stands with the bound that is proved by then. */
const timeLimit = 60_000

/** From question to proof: tells each better answer on the way, and last what came of it. */
export async function answerProposal(
  inputs: ProposalAsked,
  tell: (told: ProposalTold) => void,
  solver: SolverSource,
): Promise<void> {
  try {
    const built = buildProposal(inputs)
    if (isRefusal(built)) return tell({ type: 'refused', refusal: built })
    const result = await solveProposal(built, {
      prove: true,
      solver,
      timeLimit,
      onProgress: (better) => tell({ type: 'progress', result: better }),
    })
    tell(isRefusal(result) ? { type: 'refused', refusal: result } : { type: 'done', result })
  } catch (error) {
    tell({ type: 'failed', message: error instanceof Error ? error.message : String(error) })
  }
}
