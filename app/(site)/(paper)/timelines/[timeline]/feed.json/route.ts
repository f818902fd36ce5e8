import { feedDocument } from '@/app/_machine/feed-document'

interface Props {
  params: Promise<{ timeline: string }>
}

export const dynamic = 'force-dynamic'

export async function GET(_request: Request, { params }: Props) {
  return feedDocument('feed.json', { kind: 'timeline', slug: (await params).timeline })
}
