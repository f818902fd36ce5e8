import { section, sectionHead } from '@/app/_pages/section'

interface Props {
  params: Promise<{ section: string; page: string }>
}

export default async function SectionListPage({ params }: Props) {
  const { section: slug, page } = await params
  return section(slug, page)
}

export async function generateMetadata({ params }: Props) {
  const { section: slug, page } = await params
  return sectionHead(slug, page)
}
