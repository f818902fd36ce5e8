import list from '@/components/lists/teaser-list.module.css'
import { FoundTeaser } from '@/components/search/found-teaser'
import type { Teaser } from '@/lib/article/article'
import type { SiteSettings } from '@/lib/paper/site-settings'
import type { MarkedText } from '@/lib/search/marked-text'

interface Props {
  teasers: Teaser[]
  /** What is shown of each teaser, by its id. */
  texts: { id: number; headline: MarkedText; passage: MarkedText }[]
  settings: SiteSettings
  /** The sentence that stands where a list would, when nothing was found. */
  empty: string
}

/** What a search found, a page of it. */
export function FoundList({ teasers, texts, settings, empty }: Props) {
  if (!teasers.length) return <p className={list.empty}>{empty}</p>
  const byId = new Map(texts.map((text) => [text.id, text]))
  return (
    <div className={list.list}>
      {teasers.map((teaser) => {
        const { headline = [], passage = [] } = byId.get(teaser.id) ?? {}
        return <FoundTeaser key={teaser.id} teaser={teaser} headline={headline} passage={passage} settings={settings} />
      })}
    </div>
  )
}
