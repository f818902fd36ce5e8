import { Instant } from '@/components/instant/instant'
import { ProblemPage } from '@/components/problem/problem-page'
import type { SiteSettings, Withdrawal } from '@/lib/article'

interface Props {
  withdrawal: Withdrawal
  settings: SiteSettings
}

export function Gone({ withdrawal, settings }: Props) {
  return (
    <ProblemPage headline="This story has been withdrawn">
      <p>
        {settings.name} took it back on <Instant instant={withdrawal.withdrawnAt} settings={settings} />.
      </p>
      {withdrawal.reason && <p>{withdrawal.reason}</p>}
    </ProblemPage>
  )
}
