import type { Metadata } from 'next'
import { redirectOrNotFound } from '@/app/_pages/redirect-or-not-found'

interface Props {
  params: Promise<{ path: string[] }>
}

/** Every address that no other route knows: where it used to lead, or the not-found page. */
export default async function Anywhere({ params }: Props) {
  await redirectOrNotFound(...(await params).path)
}

export function generateMetadata(): Metadata {
  return { title: 'Not found', robots: 'noindex' }
}
