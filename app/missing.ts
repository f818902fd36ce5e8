import { notFound, permanentRedirect } from 'next/navigation'
import { readRedirect } from '@/app/reads'
import { canonicalSpelling } from '@/lib/paths'

/** Ends a page at an address that is nobody's: where it used to lead, or not found. */
export async function missing(...segments: string[]): Promise<never> {
  const path = canonicalSpelling(`/${segments.join('/')}`)
  if (path === null) notFound()
  // The pages of a list moved with the list.
  const [, list = path, page = ''] = /^(.+?)(\/page\/\d+)?$/.exec(path) ?? []
  const destination = await readRedirect(list)
  if (destination) permanentRedirect(destination + page)
  notFound()
}
