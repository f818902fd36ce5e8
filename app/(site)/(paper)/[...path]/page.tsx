import type { Metadata } from 'next'
import { missing } from '@/app/_pages/missing'

interface Props {
  params: Promise<{ path: string[] }>
}

/** Every address that no other route knows: where it used to lead, or the not-found page. */
export default async function Anywhere({ params }: Props) {
  await missing(...(await params).path)
}

export function generateMetadata(): Metadata {
  return { title: 'Not found', robots: 'noindex' }
}
