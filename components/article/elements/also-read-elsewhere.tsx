import { LeavesSite } from '@/components/article/elements/leaves-site'
import styles from './also-read.module.css'

interface Props {
  url: string
  label: string
}

export function AlsoReadElsewhere({ url, label }: Props) {
  return (
    <aside className={styles.alsoRead} data-element="also-read">
      <a href={url} rel="external noopener">
        <span className={styles.label} lang="en" dir="ltr">
          Also read:
        </span>{' '}
        <span className={styles.headline}>{label}</span>
        <LeavesSite />
      </a>
    </aside>
  )
}
