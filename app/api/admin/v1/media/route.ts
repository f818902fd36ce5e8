import { apiRoute, checked } from '@/app/_admin-api/api-route'
import { listedMedia, mediaAnswer } from '@/app/_admin-api/media-answers'
import { dataDir } from '@/app/store'
import { threadedQuery } from '@/app/threaded-query'
import { describePictureAs } from '@/db/library/description'
import { PICTURES_PER_PAGE } from '@/db/library/library'
import { uploadPicture } from '@/db/library/upload'
import { can } from '@/lib/accounts/permissions'
import { uploadQuerySchema } from '@/lib/admin-api/media-schemas'
import { siteRuntime } from '@/lib/pages/site-runtime'

export const GET = apiRoute('listMedia', async ({ editor, now, query: { q, page, ...narrowing } }) => {
  const { state = null, rights = null, credit, from = '', to = '' } = narrowing
  const query = { words: q, state, rights, credit, from, to, page }
  const { pictures, total } = await threadedQuery('pictures', { query, editor, now })
  return { media: pictures.map(listedMedia), total, page, pages: Math.ceil(total / PICTURES_PER_PAGE) }
})

export const POST = apiRoute('uploadMedia', async ({ db, editor, now, query, file }) => {
  if (!file) return null
  const { path, content, fields } = file
  const description = { ...query, ...checked(uploadQuerySchema, fields) }
  const uploaded = await uploadPicture(db, {
    file: path,
    hash: content,
    fileName: file.name,
    by: editor,
    mayRecover: can(editor, 'decide on pictures'),
    maker: siteRuntime().pictures,
    dataDir: dataDir(),
    now,
  })
  if ('problems' in uploaded) return uploaded
  const { picture, notices, isDuplicate } = uploaded
  // What is said of a picture that the library has already stays.
  const words = isDuplicate ? {} : description
  const outcome = Object.keys(words).length
    ? await describePictureAs(db, { id: picture.id, words, editor, now })
    : picture
  if (outcome === null || 'problems' in outcome) return outcome
  const media = await mediaAnswer(db, { id: picture.id, now })
  return media && { ...media, notices, isDuplicate }
})
