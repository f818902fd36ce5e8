import { standing, standingHead } from '@/app/_pages/standing-page'

export default async function ContactPage() {
  return standing('contact')
}

export async function generateMetadata() {
  return standingHead('contact')
}
