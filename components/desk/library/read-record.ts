import { deskRequest } from '@/components/desk/desk-request'
import type { PictureRecord } from '@/lib/desk/pictures/library-picture'

/** Everything about a picture as it is by now; null when it cannot be had. */
export async function readRecord(picture: number): Promise<PictureRecord | null> {
  const response = await deskRequest('GET /api/desk/pictures/[picture]', { params: { picture } })
  return response.ok ? response.answer.record : null
}
