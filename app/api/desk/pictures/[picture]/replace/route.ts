import { deskRoute } from '@/app/_desk/desk-route'
import { replacePicture } from '@/db/library/replace'
import * as endpoints from '@/lib/desk/pictures/endpoints'

export const POST = deskRoute(
  endpoints.replacePicture,
  'decide on pictures',
  async ({ db, editor, param, input, now }) =>
    replacePicture(db, { from: Number(param('picture')), to: input.with, by: editor, now }),
)
