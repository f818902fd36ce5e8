import { newsSitemapDocument } from '@/app/_machine/news-sitemap'

export const dynamic = 'force-dynamic'

export async function GET(): Promise<Response> {
  return newsSitemapDocument()
}
