import { standing, standingHead } from '@/app/standing'

export default async function EthicsPage() {
  return standing('ethics')
}

export async function generateMetadata() {
  return standingHead('ethics')
}
