import { search, searchHead } from '@/app/search'
import { internalSearchPath } from '@/lib/paths'

export const ensureStatic = 'navigation'

interface Props {
  params: Promise<{ words: string }>
}

export function generateStaticParams() {
  return [{ words: internalSearchPath('nothing').split('/').at(-1) ?? '' }]
}

/** Readers see this at /search?q=…; the server asks for it here, because a kept page never reads a query. */
export default async function SearchResults({ params }: Props) {
  'use cache'
  return search((await params).words)
}

export async function generateMetadata({ params }: Props) {
  'use cache'
  return searchHead((await params).words)
}
