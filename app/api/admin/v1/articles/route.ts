import { apiRoute } from '@/app/_admin-api/api-route'
import { listedArticle } from '@/app/_admin-api/article-answers'
import { threadedQuery } from '@/app/threaded-query'
import { STORIES_PER_PAGE } from '@/db/desk/article-list'
import { createDraft } from '@/db/editing/whole-text'
import { authorBySlug } from '@/db/paper/authors'
import { sectionBySlug } from '@/db/paper/sections'
import { textFields } from '@/lib/admin-api/text-fields'

export const GET = apiRoute('listArticles', async ({ db, editor, now, query }) => {
  const { state = null, section, author, q, from = null, until = null, page } = query
  const inSection = section === undefined ? null : (await sectionBySlug(db, section)).value
  const byAuthor = author === undefined ? null : (await authorBySlug(db, author)).value
  const isNowhere = (section !== undefined && !inSection) || (author !== undefined && !byAuthor)
  if (isNowhere) return { articles: [], total: 0, page, pages: 0 }
  const filters = {
    words: q,
    state,
    view: null,
    sectionId: inSection?.id ?? null,
    authorId: byAuthor?.id ?? null,
    from,
    until,
    dayEnds: now,
  }
  const order = { by: 'saved', direction: 'descending' } as const
  const { articles, total } = await threadedQuery('deskList', { editor, filters, order, page, now })
  return { articles: articles.map(listedArticle), total, page, pages: Math.ceil(total / STORIES_PER_PAGE) }
})

export const POST = apiRoute('createArticle', async ({ db, editor, now, body }) =>
  createDraft(db, { fields: textFields(body), owner: editor, now }),
)
