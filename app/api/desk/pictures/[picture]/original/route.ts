import { downloadRoute } from '@/app/_desk/desk-route'
import { dataDir } from '@/app/store'
import { originalFile } from '@/db/pictures/original-file'
import * as endpoints from '@/lib/desk/pictures/endpoints'

export const GET = downloadRoute(endpoints.downloadOriginal, 'see pictures', async ({ db, param }) =>
  originalFile(db, { id: Number(param('picture')), dataDir: dataDir() }),
)
