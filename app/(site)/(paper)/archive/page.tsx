import { archive, archiveHead } from '@/app/_pages/archive'

export default async function ArchiveFront() {
  return archive()
}

export async function generateMetadata() {
  return archiveHead()
}
