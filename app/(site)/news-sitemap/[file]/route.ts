import { notFound } from 'next/navigation'
import { newsSitemapFile } from '@/app/_machine/news-sitemap'

export const dynamic = 'force-dynamic'

interface Context {
  params: Promise<{ file: string }>
}

export async function GET(_request: Request, { params }: Context): Promise<Response> {
  return (await newsSitemapFile(Number((await params).file))) ?? notFound()
}
