import { standingHead, standingPage } from '@/app/_pages/standing-page'

export default async function ContactPage() {
  return standingPage('contact')
}

export async function generateMetadata() {
  return standingHead('contact')
}
