import { notFound, permanentRedirect } from 'next/navigation'
import { readRedirect } from '@/app/reads'
import { lenientSpelling } from '@/lib/addresses/article-address'
import { canonicalSpelling } from '@/lib/addresses/paths'

/** Ends the render of a page that does not exist: with its redirect, or not found. */
export async function redirectOrNotFound(...segments: string[]): Promise<never> {
  const path = `/${segments.join('/')}`
  const destination = await readRedirect(canonicalSpelling(path) ?? lenientSpelling(path))
  if (destination) permanentRedirect(destination)
  notFound()
}
