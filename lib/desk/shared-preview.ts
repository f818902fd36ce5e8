/** A link that shows an article to somebody without an account. */
export interface SharedPreview {
  id: number
  createdBy: string
  /** Milliseconds since 1970. */
  createdAt: number
  /** Milliseconds since 1970. */
  expiresAt: number
}

/** How long a link may live, and how the desk says it. */
export const PREVIEW_LIVES = [
  { hours: 24, words: '1 day' },
  { hours: 72, words: '3 days' },
  { hours: 168, words: '1 week' },
] as const
