import type { LinkTarget } from '@/lib/article/article'

/** Whether a list of stories is shown with pictures: only when every story has one. */
export function haveAllPictures(targets: readonly Pick<LinkTarget, 'picture'>[]): boolean {
  return targets.every(({ picture }) => picture !== null)
}
