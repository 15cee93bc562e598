import type { ReportReceipt } from '@trygghetskartan/api/contract-reports'
import { call } from '../api.ts'

/** What a code opens. The code goes in the body, so that it stands in no log. Each rejects with ProblemError. */
export const receiptsApi = {
  read: (code: string, signal?: AbortSignal) =>
    call<ReportReceipt>('POST', '/api/receipts/read', { body: { code }, signal }),
  /** `id` is a UUID of the answer: sent twice it is kept once. */
  answer: (code: string, id: string, text: string) =>
    call<unknown>('POST', '/api/receipts/answer', { body: { code, id, text } }),
  withdraw: (code: string) => call<unknown>('POST', '/api/receipts/withdraw', { body: { code } }),
}
