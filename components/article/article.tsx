import { ArticleHeader } from '@/components/article/article-header'
import { ArticleMeta } from '@/components/article/article-meta'
import { ArticleBody } from '@/components/article/body'
import { Corrections } from '@/components/article/corrections'
import { LeadImage } from '@/components/article/lead-image'
import { MoreFrom } from '@/components/article/more-from'
import { Standfirst } from '@/components/article/standfirst'
import { StorySoFarLink } from '@/components/article/story-so-far'
import { Topics } from '@/components/article/topics'
import { languageAttributes } from '@/components/language-attributes'
import type { Article as PublicArticle, Teaser } from '@/lib/article/article'
import type { ReaderBody } from '@/lib/linking/reader-body'
import type { StorySoFar } from '@/lib/linking/timelines/timeline'
import type { SiteSettings } from '@/lib/paper/site-settings'
import styles from './article.module.css'

interface Props {
  article: PublicArticle
  body: ReaderBody
  /** Other stories of the article's section; their dates are not shown, lest a crawler takes one for this story's. */
  more: Teaser[]
  /** The timeline that the story is in; null for none. */
  soFar: StorySoFar | null
  settings: SiteSettings
}

/**
 * A story. Its standfirst, lead picture and corrections stand in one block with its text, because the reader modes of
 * browsers take the block that holds the paragraphs and leave out what stands beside it.
 */
export function Article({ article, body, more, soFar, settings }: Props) {
  const section = article.sections.at(-1)
  return (
    <div className={styles.page}>
      <article className={styles.article} {...languageAttributes(article.language)}>
        <ArticleHeader article={article} settings={settings} />
        <div className={styles.text}>
          <ArticleBody
            dateline={article.dateline}
            body={body}
            settings={settings}
            before={
              <>
                <Standfirst standfirst={article.standfirst} />
                <ArticleMeta article={article} settings={settings} />
                {article.leadPicture && <LeadImage picture={article.leadPicture} />}
              </>
            }
            after={<Corrections corrections={article.corrections} settings={settings} />}
          />
          <StorySoFarLink soFar={soFar} settings={settings} />
          <Topics topics={article.topics} settings={settings} />
        </div>
      </article>
      {section && <MoreFrom section={section} teasers={more} settings={settings} />}
    </div>
  )
}
