import { standing, standingHead } from '@/app/standing'

export default async function ContactPage() {
  'use cache'
  return standing('contact')
}

export async function generateMetadata() {
  'use cache'
  return standingHead('contact')
}
