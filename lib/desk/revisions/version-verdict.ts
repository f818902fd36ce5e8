/** What somebody without an account said about one version of a story. */
export interface VersionVerdict {
  version: number
  verdict: 'approval' | 'refusal'
  writtenBy: string
  /** Milliseconds since 1970. */
  writtenAt: number
}
