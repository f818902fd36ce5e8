import type { Metadata } from 'next'
import { missing } from '@/app/missing'

export const ensureStatic = 'navigation'

interface Props {
  params: Promise<{ path: string[] }>
}

export function generateStaticParams() {
  return [{ path: ['nowhere', 'at', 'all'] }]
}

/** Every address that no other route knows: where it used to lead, or the not-found page. */
export default async function Anywhere({ params }: Props) {
  'use cache'
  await missing(...(await params).path)
}

export function generateMetadata(): Metadata {
  return { title: 'Not found', robots: 'noindex' }
}
