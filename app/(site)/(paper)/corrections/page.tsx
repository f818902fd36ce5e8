import { corrections, correctionsHead } from '@/app/corrections'

export default async function CorrectionsFront() {
  'use cache'
  return corrections()
}

export async function generateMetadata() {
  'use cache'
  return correctionsHead()
}
