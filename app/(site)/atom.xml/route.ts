import { feedDocument } from '@/app/_machine/feed-document'

export const dynamic = 'force-dynamic'

export async function GET() {
  return feedDocument('atom.xml', { kind: 'paper' })
}
