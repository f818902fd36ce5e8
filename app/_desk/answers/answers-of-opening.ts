import 'server-only'
import { listedCorrections } from '@/app/_desk/answers/listed-corrections'
import { notesAnswer } from '@/app/_desk/answers/notes-answer'
import { peopleAnswer } from '@/app/_desk/answers/people-answer'
import { planAnswer } from '@/app/_desk/answers/plan-answer'
import type { AnswersOfOpening } from '@/components/desk/room/session/first-answers'
import { notesOf } from '@/db/comments/notes'
import { storiesLinkingTo } from '@/db/editing/links'
import { checklistOf } from '@/db/publishing/checklist'
import { correctionsOf } from '@/db/publishing/corrections'
import type { Reader } from '@/db/store/open'
import { storyTimeline } from '@/db/timelines/story-view'
import type { Editor } from '@/lib/accounts/permissions'
import type { ArticlePermission } from '@/lib/desk/articles/article-permissions'
import { NOTES_AT_FIRST } from '@/lib/desk/articles/note'

interface Opening {
  id: number
  editor: Editor
  can: Record<ArticlePermission, boolean>
  now: Date
}

/** What the addresses of article `id` answer that a writing room asks when it opens, as far as `editor` may ask them. */
export async function answersOfOpening(db: Reader, { id, editor, can, now }: Opening): Promise<AnswersOfOpening> {
  return {
    'GET /api/desk/articles/[id]/checklist': await checklistOf(db, { id, now }),
    'GET /api/desk/articles/[id]/corrections': listedCorrections(await correctionsOf(db, id)),
    'GET /api/desk/articles/[id]/notes': await notesAnswer(db, id, await notesOf(db, id, { newest: NOTES_AT_FIRST })),
    'GET /api/desk/articles/[id]/plan': await planAnswer(db, { id, editor }),
    'GET /api/desk/articles/[id]/timeline': await storyTimeline(db, { id, proposes: can['arrange timelines'], now }),
    ...(can['comment on article'] && {
      'GET /api/desk/articles/[id]/people': await peopleAnswer(db, id),
    }),
    ...(can['withdraw article'] && {
      'GET /api/desk/articles/[id]/linking': { stories: await storiesLinkingTo(db, id) },
    }),
  }
}
