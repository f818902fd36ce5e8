import { search, searchHead } from '@/app/search'
import { internalSearchPath } from '@/lib/paths'

export const ensureStatic = 'navigation'

interface Props {
  params: Promise<{ words: string; page: string }>
}

export function generateStaticParams() {
  return [{ words: internalSearchPath('nothing').split('/').at(-1) ?? '', page: '2' }]
}

export default async function SearchResultsPage({ params }: Props) {
  'use cache'
  const { words, page } = await params
  return search(words, page)
}

export async function generateMetadata({ params }: Props) {
  'use cache'
  return searchHead((await params).words)
}
