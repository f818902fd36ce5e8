import { standing, standingHead } from '@/app/standing'

export default async function AboutPage() {
  'use cache'
  return standing('about')
}

export async function generateMetadata() {
  'use cache'
  return standingHead('about')
}
