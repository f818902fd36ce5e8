import { standing, standingHead } from '@/app/_pages/standing'

export default async function EthicsPage() {
  return standing('ethics')
}

export async function generateMetadata() {
  return standingHead('ethics')
}
