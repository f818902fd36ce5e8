import 'server-only'
import { pageVersion, type StoredPage } from '@/db/paper/pages'
import type { PageOutcome } from '@/db/publishing/page-verbs'
import type { Reader } from '@/db/store/open'
import { standingPagePath } from '@/lib/addresses/paths'
import type { PageView } from '@/lib/desk/pages/page-view'
import { same } from '@/lib/merging/same'
import { isRequiredPage } from '@/lib/paper/required-pages'

/** The page as the desk opens it. */
export async function pageView(db: Reader, page: StoredPage): Promise<PageView> {
  const { id, slug, version, content, savedAt, savedBy, publishedVersion, publishedAt } = page
  const shown = publishedVersion === null ? null : await pageVersion(db, { pageId: id, version: publishedVersion })
  return {
    id,
    slug,
    path: standingPagePath(slug),
    version,
    content,
    savedBy,
    savedAt: savedAt.getTime(),
    state: shown ? 'public' : publishedAt ? 'taken-down' : 'draft',
    hasUnpublishedChanges: shown !== null && !same(shown, content),
    publishedAt: publishedAt?.getTime() ?? null,
    isRequired: isRequiredPage(slug),
  }
}

/** The answer of an address that changed a page, or did not. */
export async function pageAnswer(
  db: Reader,
  outcome: PageOutcome,
): Promise<PageView | Exclude<PageOutcome, StoredPage>> {
  return outcome && 'content' in outcome ? pageView(db, outcome) : outcome
}
