import { Instant } from '@/components/instant/instant'
import { ProblemPage } from '@/components/problem/problem-page'
import type { Withdrawal } from '@/lib/article/article'
import type { SiteSettings } from '@/lib/paper/site-settings'
import styles from './gone.module.css'

interface Props {
  withdrawal: Withdrawal
  settings: SiteSettings
}

export function Gone({ withdrawal, settings }: Props) {
  return (
    <ProblemPage headline="This story has been withdrawn">
      {withdrawal.reason && <p>{withdrawal.reason}</p>}
      <p className={styles.when}>
        Withdrawn <Instant instant={withdrawal.withdrawnAt} settings={settings} />
      </p>
    </ProblemPage>
  )
}
