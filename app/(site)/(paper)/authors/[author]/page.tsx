import { author, authorHead } from '@/app/_pages/author'

interface Props {
  params: Promise<{ author: string }>
}

export default async function AuthorFront({ params }: Props) {
  return author((await params).author)
}

export async function generateMetadata({ params }: Props) {
  return authorHead((await params).author)
}
