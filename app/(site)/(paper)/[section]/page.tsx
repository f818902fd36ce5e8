import { section, sectionHead } from '@/app/_pages/section'

interface Props {
  params: Promise<{ section: string }>
}

export default async function SectionFront({ params }: Props) {
  return section((await params).section)
}

export async function generateMetadata({ params }: Props) {
  return sectionHead((await params).section)
}
