import { standingHead, standingPage } from '@/app/_pages/standing-page'

export default async function AboutPage() {
  return standingPage('about')
}

export async function generateMetadata() {
  return standingHead('about')
}
