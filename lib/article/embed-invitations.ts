import type { ElementOf } from '@/lib/article/body'

/** What a link to something on another site invites its readers to. */
export const EMBED_INVITATIONS: Record<ElementOf<'embed'>['provider'], string> = {
  youtube: 'Watch on YouTube',
  vimeo: 'Watch on Vimeo',
  soundcloud: 'Listen on SoundCloud',
  mastodon: 'Read on Mastodon',
  bluesky: 'Read on Bluesky',
}
