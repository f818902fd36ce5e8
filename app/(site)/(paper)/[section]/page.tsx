import { section, sectionHead } from '@/app/section'

export const ensureStatic = 'navigation'

interface Props {
  params: Promise<{ section: string }>
}

export function generateStaticParams() {
  return [{ section: 'nowhere' }]
}

export default async function SectionFront({ params }: Props) {
  'use cache'
  return section((await params).section)
}

export async function generateMetadata({ params }: Props) {
  'use cache'
  return sectionHead((await params).section)
}
