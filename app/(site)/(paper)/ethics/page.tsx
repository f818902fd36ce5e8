import { standingHead, standingPage } from '@/app/_pages/standing-page'

export default async function EthicsPage() {
  return standingPage('ethics')
}

export async function generateMetadata() {
  return standingHead('ethics')
}
