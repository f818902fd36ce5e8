import 'server-only'
import type { z } from 'zod'
import { iso } from '@/app/_admin-api/article-answers'
import { libraryPicture } from '@/db/library/library'
import type { Reader } from '@/db/store/open'
import type { mediaSchema } from '@/lib/admin-api/media-schemas'
import type { LibraryPicture } from '@/lib/desk/pictures/library-picture'
import { siteRuntime } from '@/lib/pages/site-runtime'

type MediaAnswer = z.output<typeof mediaSchema>

/** Picture `id` as the Admin API gives it; null when it does not exist. */
export async function mediaAnswer(db: Reader, query: { id: number; now: Date }): Promise<MediaAnswer | null> {
  const listed = await libraryPicture(db, query)
  return listed && listedMedia(listed)
}

/** A picture of the library as the Admin API gives it. */
export function listedMedia({ picture, verdict, addedAt, deletedAt, ...known }: LibraryPicture): MediaAnswer {
  const { id, alt, caption, credit, rights, widthPx, heightPx, focus, files } = picture
  const { creator, copyright, licenceUrl, acquireUrl } = rights
  return {
    id,
    alt,
    caption,
    credit,
    creator,
    copyright,
    licenceUrl,
    acquireUrl,
    widthPx,
    heightPx,
    focalX: focus.x,
    focalY: focus.y,
    ...known,
    use: { verdict: verdict.kind, why: verdict.why },
    addedAt: new Date(addedAt).toISOString(),
    deletedAt: iso(deletedAt),
    files: files.map(({ format, widthPx: width, path }) => ({
      format,
      widthPx: width,
      url: `${siteRuntime().siteUrl}${path}`,
    })),
  }
}
