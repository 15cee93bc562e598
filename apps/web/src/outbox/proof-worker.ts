import { findNonce, type ProofTask } from './proof-of-work.ts'

addEventListener('message', ({ data }: MessageEvent<ProofTask>) => {
  // Nothing else goes on here that it would keep waiting.
  void findNonce(data, () => Promise.resolve()).then((nonce) => postMessage(nonce))
})
