import { standing, standingHead } from '@/app/_pages/standing-page'

export default async function AboutPage() {
  return standing('about')
}

export async function generateMetadata() {
  return standingHead('about')
}
