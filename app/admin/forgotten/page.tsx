import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { hasMail } from '@/app/_desk/mail'
import { Door } from '@/components/desk/authentication/door'
import { Forgotten } from '@/components/desk/authentication/forgotten'

export const metadata: Metadata = { title: 'A forgotten password' }

export default async function ForgottenPage() {
  if (!hasMail()) notFound()
  return (
    <Door title="A forgotten password" about="We mail you a link by which you choose another.">
      <Forgotten />
    </Door>
  )
}
