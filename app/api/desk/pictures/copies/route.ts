import { fileRoute } from '@/app/_desk/desk-route'
import { dataDir } from '@/app/store'
import { addCopy } from '@/db/library/upload'
import { can } from '@/lib/accounts/permissions'
import * as endpoints from '@/lib/desk/pictures/endpoints'
import { siteRuntime } from '@/lib/pages/site-runtime'

export const POST = fileRoute(endpoints.addPictureCopy, 'upload picture', async ({ db, editor, ...upload }) =>
  addCopy(db, {
    ...upload,
    by: editor,
    mayRecover: can(editor, 'decide on pictures'),
    maker: siteRuntime().pictures,
    dataDir: dataDir(),
  }),
)
