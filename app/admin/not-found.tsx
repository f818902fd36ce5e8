import type { Metadata } from 'next'
import { AuthenticationPage } from '@/components/desk/authentication/authentication-page'

export const metadata: Metadata = { title: 'Nothing stands here' }

export default function NotFound() {
  return (
    <AuthenticationPage title="Nothing stands here" about="The address is wrong, or what stood here was taken away.">
      <p>
        <a href="/admin/articles">All stories</a>
      </p>
    </AuthenticationPage>
  )
}
