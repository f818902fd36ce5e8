import type { FoundStory } from '@/lib/desk/archive/found-story'

/** Where an address that nobody has may have meant to lead. */
export type SuggestedTarget = { kind: 'story'; story: FoundStory } | { kind: 'list'; path: string; name: string }
