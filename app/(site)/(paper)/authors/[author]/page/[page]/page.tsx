import { author, authorHead } from '@/app/author'

export const ensureStatic = 'navigation'

interface Props {
  params: Promise<{ author: string; page: string }>
}

export function generateStaticParams() {
  return [{ author: 'nobody', page: '2' }]
}

export default async function AuthorListPage({ params }: Props) {
  'use cache'
  const { author: slug, page } = await params
  return author(slug, page)
}

export async function generateMetadata({ params }: Props) {
  'use cache'
  const { author: slug, page } = await params
  return authorHead(slug, page)
}
