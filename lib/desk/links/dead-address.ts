/** An address of another site that does not answer any more, as the link desk lists it. */
export interface DeadAddress {
  url: string
  /** The last status of HTTP; null without an answer. */
  status: number | null
  /** Why there was none; empty where there was one. */
  problem: string
  failedSince: number
  checkedAt: number
  /** Some of the stories that link there, the newest first. */
  stories: { id: number; headline: string; language: string }[]
}
