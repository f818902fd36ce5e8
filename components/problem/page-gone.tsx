import { Instant } from '@/components/instant/instant'
import { ProblemPage } from '@/components/problem/problem-page'
import type { SiteSettings } from '@/lib/paper/site-settings'

interface Props {
  takenDownAt: Date
  settings: SiteSettings
}

/** What readers get at the address of a page that the paper took down. */
export function PageGone({ takenDownAt, settings }: Props) {
  return (
    <ProblemPage headline="This page has been taken down">
      <p>
        Taken down <Instant instant={takenDownAt} settings={settings} />
      </p>
    </ProblemPage>
  )
}
