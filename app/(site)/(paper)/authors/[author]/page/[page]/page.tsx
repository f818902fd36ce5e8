import { author, authorHead } from '@/app/_pages/author'

interface Props {
  params: Promise<{ author: string; page: string }>
}

export default async function AuthorListPage({ params }: Props) {
  const { author: slug, page } = await params
  return author(slug, page)
}

export async function generateMetadata({ params }: Props) {
  const { author: slug, page } = await params
  return authorHead(slug, page)
}
