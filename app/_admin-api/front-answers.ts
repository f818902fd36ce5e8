import 'server-only'
import type { z } from 'zod'
import { iso } from '@/app/_admin-api/article-answers'
import { frontView } from '@/db/desk/front-view'
import { sectionBySlug } from '@/db/paper/sections'
import type { Reader } from '@/db/store/open'
import type { Editor } from '@/lib/accounts/permissions'
import type { frontSchema } from '@/lib/admin-api/front-schemas'
import { type Refusal, refuse } from '@/lib/desk/refusal'

/** The number of the section whose front is meant, null for the front page; a refusal when there is none. */
export async function whichFront(
  db: Reader,
  slug: string | null | undefined,
): Promise<{ sectionId: number | null } | Refusal> {
  if (slug === null || slug === undefined) return { sectionId: null }
  const { value: section } = await sectionBySlug(db, slug)
  return section ? { sectionId: section.id } : refuse('section', `There is no section “${slug}”.`)
}

interface FrontQuery {
  section: string | null
  editor: Editor
  now: Date
}

/** A front as the Admin API gives it; null for a section that does not exist. */
export async function frontAnswer(
  db: Reader,
  { section, editor, now }: FrontQuery,
): Promise<z.output<typeof frontSchema> | null> {
  const which = await whichFront(db, section)
  if ('problems' in which) return null
  const view = await frontView(db, { ...which, editor, now })
  if (!view) return null
  const { version, savedBy, arrangement, strip } = view
  return {
    section,
    version,
    savedBy,
    arrangement,
    savedAt: iso(view.savedAt),
    unpublishedSince: iso(view.unpublishedSince),
    editions: view.editions.map((edition) => ({
      ...edition,
      startsAt: new Date(edition.startsAt).toISOString(),
      publishedAt: new Date(edition.publishedAt).toISOString(),
    })),
    strip: strip && {
      label: strip.label,
      text: strip.text,
      article: strip.articleId,
      link: strip.link,
      endsAt: iso(strip.endsAt),
      raisedBy: strip.raisedBy,
    },
  }
}
