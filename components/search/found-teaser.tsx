import { languageAttributes } from '@/components/language-attributes'
import { TeaserRow } from '@/components/lists/teaser-row'
import { Marked } from '@/components/search/marked'
import standfirst from '@/components/teaser/standfirst.module.css'
import { TeaserHeadline } from '@/components/teaser/teaser-headline'
import type { Teaser } from '@/lib/article/article'
import type { SiteSettings } from '@/lib/paper/site-settings'
import type { MarkedText } from '@/lib/search/marked-text'

interface Props {
  teaser: Teaser
  headline: MarkedText
  passage: MarkedText
  settings: SiteSettings
}

/** A story that a search found: as in any list, with the words around what was looked for. */
export function FoundTeaser({ teaser, headline, passage, settings }: Props) {
  return (
    <TeaserRow teaser={teaser} settings={settings}>
      <TeaserHeadline teaser={teaser} level={2}>
        <Marked text={headline} />
      </TeaserHeadline>
      {passage.length > 0 && (
        <p className={standfirst.standfirst} {...languageAttributes(teaser.language)}>
          <Marked text={passage} />
        </p>
      )}
    </TeaserRow>
  )
}
