/**
 * Why a sign-in came to nothing, as the sign-in page tells it:
 * denied: the person, or the provider for the person, said no; expired: too late, already used, or begun in another browser;
 * provider-down: the provider does not answer; refused: its answer cannot be believed; not-fresh: it did not prove anew who the
 * person is; other-account: step-up as somebody else; disabled: the account is closed here.
 */
export type RefusalCode =
  | 'denied'
  | 'expired'
  | 'provider-down'
  | 'refused'
  | 'not-fresh'
  | 'other-account'
  | 'disabled'

export interface Refusal {
  readonly refused: RefusalCode
  /** For the log: what exactly was wrong, without secrets. */
  readonly reason: string
  /** Where the person wanted to go; '/' where that is not known. */
  readonly returnTo: string
}
