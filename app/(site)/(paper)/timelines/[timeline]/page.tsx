import { timeline, timelineHead } from '@/app/_pages/timeline'

interface Props {
  params: Promise<{ timeline: string }>
}

export default async function TimelineFront({ params }: Props) {
  return timeline((await params).timeline)
}

export async function generateMetadata({ params }: Props) {
  return timelineHead((await params).timeline)
}
