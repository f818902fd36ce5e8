import { apiRoute, checked } from '@/app/_admin-api/api-route'
import { mediaAnswer } from '@/app/_admin-api/media-answers'
import { dataDir } from '@/app/store'
import { describePictureAs } from '@/db/library/description'
import { uploadPicture } from '@/db/library/upload'
import { can } from '@/lib/accounts/permissions'
import { uploadQuerySchema } from '@/lib/admin-api/media-schemas'
import { siteRuntime } from '@/lib/pages/site-runtime'

export const POST = apiRoute('uploadMedia', async ({ db, editor, now, query, file }) => {
  if (!file) return null
  const { path, content, fields } = file
  const said = { ...query, ...checked(uploadQuerySchema, fields) }
  const uploaded = await uploadPicture(db, {
    ...{ file: path, hash: content, fileName: file.name, by: editor },
    mayRecover: can(editor, 'decide on pictures'),
    ...{ maker: siteRuntime().pictures, dataDir: dataDir(), now },
  })
  if ('problems' in uploaded) return uploaded
  const { picture, notices, isDuplicate } = uploaded
  // What is said of a picture that the library has already stays.
  const words = isDuplicate ? {} : said
  const outcome = Object.keys(words).length
    ? await describePictureAs(db, { id: picture.id, words, editor, now })
    : picture
  return outcome === null || 'problems' in outcome ? outcome : { ...mediaAnswer(outcome), notices, isDuplicate }
})
