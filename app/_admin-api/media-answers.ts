import 'server-only'
import type { z } from 'zod'
import type { mediaSchema } from '@/lib/admin-api/media-schemas'
import type { Picture } from '@/lib/article/article'
import { siteRuntime } from '@/lib/pages/site-runtime'

/** A picture as the Admin API gives it. */
export function mediaAnswer(picture: Picture): z.output<typeof mediaSchema> {
  const { id, alt, caption, credit, rights, widthPx, heightPx, focus, files } = picture
  const { creator, copyright, licenceUrl, acquireUrl } = rights
  return {
    ...{ id, alt, caption, credit, creator, copyright, licenceUrl, acquireUrl, widthPx, heightPx },
    ...{ focalX: focus.x, focalY: focus.y },
    files: files.map(({ format, widthPx: width, path }) => ({
      format,
      widthPx: width,
      url: `${siteRuntime().siteUrl}${path}`,
    })),
  }
}
