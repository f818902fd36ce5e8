/** How long a preview link may live, and how the desk says it. */
export const PREVIEW_LIVES = [
  { hours: 24, words: '1 day' },
  { hours: 72, words: '3 days' },
  { hours: 168, words: '1 week' },
] as const
