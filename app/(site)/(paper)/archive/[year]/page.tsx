import { archive, archiveHead } from '@/app/_pages/archive'

interface Props {
  params: Promise<{ year: string }>
}

export default async function ArchiveYear({ params }: Props) {
  const { year } = await params
  return archive(year)
}

export async function generateMetadata({ params }: Props) {
  const { year } = await params
  return archiveHead(year)
}
