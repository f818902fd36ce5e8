import { articleRoute } from '@/app/_desk/desk-route'
import { mailNotifications } from '@/app/_desk/notification-mail'
import { returnToWriter } from '@/db/publishing/review'
import * as endpoints from '@/lib/desk/articles/action-endpoints'

export const POST = articleRoute(
  endpoints.returnArticle,
  'return article',
  async ({ db, editor, id, input: { version, words }, now }) => {
    const outcome = await returnToWriter(db, { id, basedOn: version, words, by: editor, now })
    mailNotifications()
    return outcome
  },
)
