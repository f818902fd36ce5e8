import { corrections, correctionsHead } from '@/app/corrections'

export const ensureStatic = 'navigation'

interface Props {
  params: Promise<{ page: string }>
}

export function generateStaticParams() {
  return [{ page: '2' }]
}

export default async function CorrectionsListPage({ params }: Props) {
  'use cache'
  return corrections((await params).page)
}

export async function generateMetadata({ params }: Props) {
  'use cache'
  return correctionsHead((await params).page)
}
