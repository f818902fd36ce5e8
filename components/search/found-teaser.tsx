import { Day } from '@/components/instant/day'
import { languageAttributes } from '@/components/language-attributes'
import styles from '@/components/lists/list-teaser.module.css'
import { Names } from '@/components/lists/names'
import { ResponsivePicture } from '@/components/picture/picture'
import { Marked } from '@/components/search/marked'
import standfirst from '@/components/teaser/standfirst.module.css'
import { TeaserHeadline } from '@/components/teaser/teaser-headline'
import type { SiteSettings, Teaser } from '@/lib/article/article'
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
    <article className={styles.teaser}>
      {teaser.picture && (
        <div className={styles.picture}>
          <ResponsivePicture picture={teaser.picture} sizes="(min-width: 48rem) 14rem, 7rem" />
        </div>
      )}
      <div className={styles.words}>
        <TeaserHeadline teaser={teaser} level={2}>
          <Marked text={headline} />
        </TeaserHeadline>
        {passage.length > 0 && (
          <p className={standfirst.standfirst} {...languageAttributes(teaser.language)}>
            <Marked text={passage} />
          </p>
        )}
        {teaser.kind !== 'opinion' && <Names bylines={teaser.bylines} />}
      </div>
      <p className={styles.when}>
        <Day instant={teaser.publishedAt} settings={settings} />
      </p>
    </article>
  )
}
