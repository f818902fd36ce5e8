import { LeavesSite } from '@/components/article/elements/leaves-site'
import type { ElementOf } from '@/lib/body'
import styles from './embed.module.css'

type Provider = ElementOf<'embed'>['provider']

const INVITATIONS: Record<Provider, string> = {
  youtube: 'Watch on YouTube',
  vimeo: 'Watch on Vimeo',
  soundcloud: 'Listen on SoundCloud',
  mastodon: 'Read on Mastodon',
  bluesky: 'Read on Bluesky',
}

interface Props {
  provider: Provider
  url: string
  title: string
}

/** A plain link: nothing of the provider is loaded, so nobody is told who reads the story. */
export function Embed({ provider, url, title }: Props) {
  return (
    <p className={styles.embed} data-element="embed">
      <a href={url} rel="external noopener">
        <span className={styles.provider}>
          {INVITATIONS[provider]}
          <LeavesSite />
        </span>{' '}
        <span className={styles.title}>{title}</span>
      </a>
    </p>
  )
}
