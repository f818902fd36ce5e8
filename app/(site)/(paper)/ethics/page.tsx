import { standing, standingHead } from '@/app/standing'

export default async function EthicsPage() {
  'use cache'
  return standing('ethics')
}

export async function generateMetadata() {
  'use cache'
  return standingHead('ethics')
}
