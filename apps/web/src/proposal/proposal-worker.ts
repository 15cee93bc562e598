import wasmUrl from 'highs/runtime?url'
import { answerProposal } from './answer-proposal.ts'
import type { ProposalAsked, ProposalTold } from './proposal-desk.ts'

self.addEventListener('message', ({ data }: MessageEvent<ProposalAsked>) => {
  const tell = (told: ProposalTold) => self.postMessage(told)
  void answerProposal(data, tell, { wasmUrl })
})
