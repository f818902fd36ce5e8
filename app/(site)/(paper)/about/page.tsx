import { standing, standingHead } from '@/app/standing'

export default async function AboutPage() {
  return standing('about')
}

export async function generateMetadata() {
  return standingHead('about')
}
