import { corrections, correctionsHead } from '@/app/_pages/corrections'

interface Props {
  params: Promise<{ page: string }>
}

export default async function CorrectionsListPage({ params }: Props) {
  return corrections((await params).page)
}

export async function generateMetadata({ params }: Props) {
  return correctionsHead((await params).page)
}
