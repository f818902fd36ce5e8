import { archive, archiveHead } from '@/app/_pages/archive'

interface Props {
  params: Promise<{ year: string; month: string; day: string; page: string }>
}

export default async function ArchiveDayPage({ params }: Props) {
  const { year, month, day, page } = await params
  return archive(year, month, day, 'page', page)
}

export async function generateMetadata({ params }: Props) {
  const { year, month, day, page } = await params
  return archiveHead(year, month, day, 'page', page)
}
