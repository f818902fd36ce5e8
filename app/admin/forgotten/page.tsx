import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { hasMail } from '@/app/_desk/mail'
import { AuthenticationPage } from '@/components/desk/authentication/authentication-page'
import { ForgotPassword } from '@/components/desk/authentication/forgot-password'

export const metadata: Metadata = { title: 'A forgotten password' }

export default async function ForgottenPage() {
  if (!hasMail()) notFound()
  return (
    <AuthenticationPage title="A forgotten password" about="We mail you a link by which you choose another.">
      <ForgotPassword />
    </AuthenticationPage>
  )
}
