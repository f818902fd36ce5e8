import { archive, archiveHead } from '@/app/_pages/archive'

interface Props {
  params: Promise<{ year: string; month: string }>
}

export default async function ArchiveMonth({ params }: Props) {
  const { year, month } = await params
  return archive(year, month)
}

export async function generateMetadata({ params }: Props) {
  const { year, month } = await params
  return archiveHead(year, month)
}
