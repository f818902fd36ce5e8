import { author, authorHead } from '@/app/author'

export const ensureStatic = 'navigation'

interface Props {
  params: Promise<{ author: string }>
}

export function generateStaticParams() {
  return [{ author: 'nobody' }]
}

export default async function AuthorFront({ params }: Props) {
  'use cache'
  return author((await params).author)
}

export async function generateMetadata({ params }: Props) {
  'use cache'
  return authorHead((await params).author)
}
