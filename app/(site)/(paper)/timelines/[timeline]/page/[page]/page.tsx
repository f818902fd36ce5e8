import { timeline, timelineHead } from '@/app/_pages/timeline'

interface Props {
  params: Promise<{ timeline: string; page: string }>
}

export default async function TimelineListPage({ params }: Props) {
  const { timeline: slug, page } = await params
  return timeline(slug, page)
}

export async function generateMetadata({ params }: Props) {
  const { timeline: slug, page } = await params
  return timelineHead(slug, page)
}
