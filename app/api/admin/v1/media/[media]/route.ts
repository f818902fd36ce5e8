import { apiRoute } from '@/app/_admin-api/api-route'
import { mediaAnswer } from '@/app/_admin-api/media-answers'
import { mailNotifications } from '@/app/_desk/notification-mail'
import { describeVersionAs } from '@/db/library/description'

export const GET = apiRoute('getMedia', ({ db, id, now }) => mediaAnswer(db, { id, now }))

export const PATCH = apiRoute(
  'describeMedia',
  async ({ db, editor, id, now, body: { version: basedOn, ...words } }) => {
    const outcome = await describeVersionAs(db, { id, basedOn, words, editor, now })
    if (outcome === null || 'problems' in outcome) return outcome
    const media = await mediaAnswer(db, { id, now })
    mailNotifications()
    if (!media || !('conflict' in outcome)) return media
    const { version } = outcome.conflict
    const detail = `What is said of this picture is version ${version} by now, not ${basedOn}. Nothing was changed.`
    return { conflict: { detail, basedOn: { version: basedOn ?? 0 }, current: { version, media } } }
  },
)
