import type { ElementOf } from '@/lib/article/body'

/** The words of the link to an embed on its provider's site. */
export const EMBED_INVITATIONS: Record<ElementOf<'embed'>['provider'], string> = {
  youtube: 'Watch on YouTube',
  vimeo: 'Watch on Vimeo',
  soundcloud: 'Listen on SoundCloud',
  mastodon: 'Read on Mastodon',
  bluesky: 'Read on Bluesky',
}
