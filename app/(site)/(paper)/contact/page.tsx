import { standing, standingHead } from '@/app/_pages/standing'

export default async function ContactPage() {
  return standing('contact')
}

export async function generateMetadata() {
  return standingHead('contact')
}
