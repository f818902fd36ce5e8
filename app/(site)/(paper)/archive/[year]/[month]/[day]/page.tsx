import { archive, archiveHead } from '@/app/_pages/archive'

interface Props {
  params: Promise<{ year: string; month: string; day: string }>
}

export default async function ArchiveDay({ params }: Props) {
  const { year, month, day } = await params
  return archive(year, month, day)
}

export async function generateMetadata({ params }: Props) {
  const { year, month, day } = await params
  return archiveHead(year, month, day)
}
