import { LeavesSite } from '@/components/article/elements/leaves-site'
import type { EmbedProvider } from '@/lib/article/embed-address'
import { EMBED_INVITATIONS } from '@/lib/article/embed-invitations'
import styles from './embed.module.css'

interface Props {
  provider: EmbedProvider
  url: string
  title: string
}

/** A plain link: nothing of the provider is loaded, so the provider does not learn who reads the story. */
export function Embed({ provider, url, title }: Props) {
  return (
    <p className={styles.embed} data-element="embed">
      <a href={url} rel="external noopener">
        <span className={styles.provider}>
          {EMBED_INVITATIONS[provider]}
          <LeavesSite />
        </span>{' '}
        <span className={styles.title}>{title}</span>
      </a>
    </p>
  )
}
