import { standing, standingHead } from '@/app/_pages/standing'

export default async function AboutPage() {
  return standing('about')
}

export async function generateMetadata() {
  return standingHead('about')
}
