import type { Metadata } from 'next'
import { articleHead, authorNames } from '@/app/_pages/article-head'
import { head } from '@/app/_pages/head'
import { redirectOrNotFound } from '@/app/_pages/redirect-or-not-found'
import { readArticle, readMoreFrom, readPageChrome, readPublication, readStorySoFar } from '@/app/reads'
import { Article } from '@/components/article/article'
import { AuthorNames } from '@/components/article/author-names'
import { JsonLd } from '@/components/json-ld'
import { Page } from '@/components/page'
import { Gone } from '@/components/problem/gone'
import { parseArticlePath } from '@/lib/addresses/article-address'
import { articlePath } from '@/lib/addresses/paths'
import { articleGraph } from '@/lib/json-ld/article-graph'
import { namedInBlocks, readerBody } from '@/lib/linking/reader-body'

interface Props {
  params: Promise<{ section: string; article: string }>
}

export default async function ArticlePage({ params }: Props) {
  const { section, article } = await params
  const address = parseArticlePath(`/${section}/${article}`) ?? (await redirectOrNotFound(section, article))
  const found = (await readArticle(address.id)) ?? (await redirectOrNotFound(section, article))
  const chrome = await readPageChrome()
  if (found.visibility === 'withdrawn') {
    return (
      <Page {...chrome}>
        <Gone withdrawal={found.withdrawal} settings={chrome.settings} />
      </Page>
    )
  }
  if (found.article.path !== articlePath(address)) await redirectOrNotFound(section, article)
  const body = readerBody(found.article.body, found.article.id, found.referenced)
  const more = await readMoreFrom(found.article, namedInBlocks(body))
  const soFar = await readStorySoFar(found.article.id)
  return (
    <Page {...chrome}>
      <AuthorNames names={authorNames(found.article, chrome.settings.name)} />
      <Article article={found.article} body={body} more={more} soFar={soFar} settings={chrome.settings} />
      <JsonLd graph={articleGraph(await readPublication(), found.article, soFar)} />
    </Page>
  )
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { section, article } = await params
  const address = parseArticlePath(`/${section}/${article}`)
  const found = address && (await readArticle(address.id))
  const chrome = await readPageChrome()
  if (!found) return {}
  if (found.visibility === 'withdrawn') {
    return head(chrome, { title: 'Withdrawn', description: '', path: null, unlisted: true })
  }
  return articleHead(chrome, found.article)
}
