import type { Metadata } from 'next'
import { head } from '@/app/_pages/head'
import { readPageChrome } from '@/app/reads'
import { Page } from '@/components/page'
import { Unavailable } from '@/components/problem/unavailable'

/** What readers get when a page cannot be made. The server renders it at start and refuses its address to readers. */
export default async function UnavailablePage() {
  return (
    <Page {...(await readPageChrome())}>
      <Unavailable />
    </Page>
  )
}

export async function generateMetadata(): Promise<Metadata> {
  const chrome = await readPageChrome()
  return head(chrome, { title: 'Something went wrong', description: '', path: null, unlisted: true })
}
