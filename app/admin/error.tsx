'use client'
import { AuthenticationPage } from '@/components/desk/authentication/authentication-page'

/** When a page of the desk breaks: what was typed is kept by the writing room, on this device and on the server. */
export default function Broken() {
  return (
    <AuthenticationPage
      title="This page broke"
      about="What you typed is kept. Load the page again; if it breaks again, tell whoever runs the site."
    >
      <p>
        <a href="/admin/articles">All stories</a>
      </p>
    </AuthenticationPage>
  )
}
