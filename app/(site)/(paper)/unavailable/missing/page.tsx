import type { Metadata } from 'next'
import { head } from '@/app/_pages/head'
import { readPageChrome } from '@/app/reads'
import { Page } from '@/components/page'
import { NotFound } from '@/components/problem/not-found'

/**
 * What readers get at an address that is nobody's. A page of its own, because what Next answers for notFound() is a
 * shell that only its scripts can fill; the server sends this one, with status 404, in its place.
 */
export default async function MissingPage() {
  return (
    <Page {...(await readPageChrome())}>
      <NotFound />
    </Page>
  )
}

export async function generateMetadata(): Promise<Metadata> {
  return head(await readPageChrome(), { title: 'Not found', description: '', path: null, unlisted: true })
}
