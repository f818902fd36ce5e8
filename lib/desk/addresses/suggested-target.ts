import type { FoundStory } from '@/lib/desk/archive/found-story'

/** The page that readers of a missed address may have been looking for. */
export type SuggestedTarget = { kind: 'story'; story: FoundStory } | { kind: 'list'; path: string; name: string }
