import { topic, topicHead } from '@/app/topic'

export const ensureStatic = 'navigation'

interface Props {
  params: Promise<{ topic: string }>
}

export function generateStaticParams() {
  return [{ topic: 'nobody' }]
}

export default async function TopicFront({ params }: Props) {
  'use cache'
  return topic((await params).topic)
}

export async function generateMetadata({ params }: Props) {
  'use cache'
  return topicHead((await params).topic)
}
