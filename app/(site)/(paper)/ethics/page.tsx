import { standing, standingHead } from '@/app/_pages/standing-page'

export default async function EthicsPage() {
  return standing('ethics')
}

export async function generateMetadata() {
  return standingHead('ethics')
}
