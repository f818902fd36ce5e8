import type { EmbedProvider } from '@/lib/article/embed-address'

/** The words of the link to an embed on its provider's site. */
export const EMBED_INVITATIONS: Record<EmbedProvider, string> = {
  youtube: 'Watch on YouTube',
  vimeo: 'Watch on Vimeo',
  soundcloud: 'Listen on SoundCloud',
  mastodon: 'Read on Mastodon',
  bluesky: 'Read on Bluesky',
}
