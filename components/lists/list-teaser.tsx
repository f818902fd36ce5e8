import { SubLinks } from '@/components/front-page/sub-links'
import { Standfirst } from '@/components/teaser/standfirst'
import { TeaserHeadline } from '@/components/teaser/teaser-headline'
import type { FrontTeaser } from '@/lib/front/edition'
import type { SiteSettings } from '@/lib/paper/site-settings'
import { TeaserRow } from './teaser-row'

interface Props {
  teaser: FrontTeaser
  settings: SiteSettings
}

export function ListTeaser({ teaser, settings }: Props) {
  return (
    <TeaserRow teaser={teaser} settings={settings}>
      <TeaserHeadline teaser={teaser} level={2} />
      <Standfirst teaser={teaser} />
      <SubLinks teaser={teaser} />
    </TeaserRow>
  )
}
