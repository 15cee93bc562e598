import type { NewWalkRemark } from '@trygghetskartan/api/contract-walk-remarks'

/** A remark as it lies on the device until it has arrived; its photo goes after it. */
export type RemarkContent = NewWalkRemark & { readonly photo?: File }
