import { search, searchHead } from '@/app/_pages/search'

interface Props {
  params: Promise<{ words: string }>
}

/** Readers see this at /search?q=…; the server asks for it here, because a kept page never reads a query. */
export default async function SearchResults({ params }: Props) {
  return search((await params).words)
}

export async function generateMetadata({ params }: Props) {
  return searchHead((await params).words)
}
