import { feedDocument } from '@/app/_machine/feed-document'

interface Props {
  params: Promise<{ topic: string }>
}

export const dynamic = 'force-dynamic'

export async function GET(_request: Request, { params }: Props) {
  return feedDocument('atom.xml', { kind: 'topic', slug: (await params).topic })
}
