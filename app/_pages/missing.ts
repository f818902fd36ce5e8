import { notFound, permanentRedirect } from 'next/navigation'
import { readRedirect } from '@/app/reads'
import { canonicalSpelling } from '@/lib/addresses/paths'

/** Ends a page at an address that is nobody's: where it used to lead, or not found. */
export async function missing(...segments: string[]): Promise<never> {
  const path = canonicalSpelling(`/${segments.join('/')}`)
  if (path === null) notFound()
  const destination = await readRedirect(path)
  if (destination) permanentRedirect(destination)
  notFound()
}
