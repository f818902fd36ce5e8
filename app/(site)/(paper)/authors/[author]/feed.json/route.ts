import { feedDocument } from '@/app/_machine/feed-document'

interface Props {
  params: Promise<{ author: string }>
}

export const dynamic = 'force-dynamic'

export async function GET(_request: Request, { params }: Props) {
  return feedDocument('feed.json', { kind: 'author', slug: (await params).author })
}
