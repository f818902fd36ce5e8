import { search, searchHead } from '@/app/search'

export default async function SearchForm() {
  'use cache'
  return search()
}

export async function generateMetadata() {
  'use cache'
  return searchHead()
}
