import { search, searchHead } from '@/app/search'

export default async function SearchForm() {
  return search()
}

export async function generateMetadata() {
  return searchHead()
}
