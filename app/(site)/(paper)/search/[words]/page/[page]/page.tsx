import { search, searchHead } from '@/app/_pages/search'

interface Props {
  params: Promise<{ words: string; page: string }>
}

export default async function SearchResultsPage({ params }: Props) {
  const { words, page } = await params
  return search(words, page)
}

export async function generateMetadata({ params }: Props) {
  return searchHead((await params).words)
}
