import { notFound, permanentRedirect } from 'next/navigation'
import { readRedirect } from '@/app/reads'
import { canonicalSpelling } from '@/lib/addresses/paths'

/** Ends the render of a page that does not exist: with its redirect, or not found. */
export async function redirectOrNotFound(...segments: string[]): Promise<never> {
  const path = canonicalSpelling(`/${segments.join('/')}`)
  if (path === null) notFound()
  const destination = await readRedirect(path)
  if (destination) permanentRedirect(destination)
  notFound()
}
