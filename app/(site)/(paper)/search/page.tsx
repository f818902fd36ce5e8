import { search, searchHead } from '@/app/_pages/search'

export default async function SearchForm() {
  return search()
}

export async function generateMetadata() {
  return searchHead()
}
