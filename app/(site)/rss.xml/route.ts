import { feedDocument } from '@/app/feed-document'

export const dynamic = 'force-dynamic'

export async function GET() {
  return feedDocument('rss.xml', { kind: 'paper' })
}
