import { section, sectionHead } from '@/app/_pages/section'
import { standingHead, standingPage } from '@/app/_pages/standing-page'
import { readSection, readStandingPage } from '@/app/reads'
import { decodeSegment } from '@/lib/addresses/paths'

interface Props {
  params: Promise<{ section: string }>
}

/** The first page of a section, or a standing page: both stand at the top of the addresses. */
export default async function SectionFront({ params }: Props) {
  const { section: slug } = await params
  const page = await standingSlug(slug)
  return page === null ? section(slug) : standingPage(page)
}

export async function generateMetadata({ params }: Props) {
  const { section: slug } = await params
  const page = await standingSlug(slug)
  return page === null ? sectionHead(slug) : standingHead(page)
}

async function standingSlug(segment: string): Promise<string | null> {
  const slug = decodeSegment(segment)
  if (slug === null || (await readSection(slug, 1))) return null
  return (await readStandingPage(slug)) ? slug : null
}
