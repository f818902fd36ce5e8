import { section, sectionHead } from '@/app/section'

export const ensureStatic = 'navigation'

interface Props {
  params: Promise<{ section: string; page: string }>
}

export function generateStaticParams() {
  return [{ section: 'nowhere', page: '2' }]
}

export default async function SectionListPage({ params }: Props) {
  'use cache'
  const { section: slug, page } = await params
  return section(slug, page)
}

export async function generateMetadata({ params }: Props) {
  'use cache'
  const { section: slug, page } = await params
  return sectionHead(slug, page)
}
