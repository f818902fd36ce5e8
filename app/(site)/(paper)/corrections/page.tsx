import { corrections, correctionsHead } from '@/app/_pages/corrections'

export default async function CorrectionsFront() {
  return corrections()
}

export async function generateMetadata() {
  return correctionsHead()
}
