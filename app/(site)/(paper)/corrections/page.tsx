import { corrections, correctionsHead } from '@/app/corrections'

export default async function CorrectionsFront() {
  return corrections()
}

export async function generateMetadata() {
  return correctionsHead()
}
