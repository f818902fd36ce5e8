import { caddyHeaders } from '@/server/front-door/caddy'
import { DoorFolder } from '@/server/front-door/door-folder'
import { doorHeaders, headersKey } from '@/server/front-door/door-headers'
import { nginxHeaders } from '@/server/front-door/nginx'
import type { DoorKind } from '@/server/front-door/page-address'
import { PageFiles } from '@/server/front-door/page-files'
import type { SiteHeaders } from '@/server/http/headers'
import type { StoredPage } from '@/server/pages/page-store'

interface FrontDoorOptions {
  /** The folder of PAGE_FILES. */
  path: string
  dataDir: string
  headers: SiteHeaders
  now: () => Date
  makeSmaller: (page: StoredPage) => void
}

/**
 * The pages as files, and what a proxy includes to send them with the headers of this site. The first page of each kind
 * says which headers those are; a page with others is left to the site. Files lie in a folder that is named after their
 * headers, and the proxy learns the name together with the headers: one that has not read them anew after an upgrade finds
 * no file, and asks the site.
 */
export class FrontDoor {
  readonly files: PageFiles
  readonly #folder: DoorFolder
  readonly #headers: SiteHeaders
  readonly #kinds = new Map<DoorKind, string>()

  /** Throws DoorFolderProblem when the folder cannot be used. */
  constructor({ path, dataDir, headers, now, makeSmaller }: FrontDoorOptions) {
    this.#folder = new DoorFolder(path, dataDir)
    this.#headers = headers
    const keyOf = (page: StoredPage, kind: DoorKind) => this.#keyOf(page, kind)
    this.files = new PageFiles({ folder: this.#folder, now, keyOf, makeSmaller })
  }

  #keyOf(page: StoredPage, kind: DoorKind): string | null {
    const headers = doorHeaders(page, this.#headers)
    const key = `${kind.name}-${headersKey(headers)}`
    const known = this.#kinds.get(kind)
    if (known !== undefined) return known === key ? key : null
    this.#kinds.set(kind, key)
    this.#folder.writeForProxy(`nginx/${kind.name}.conf`, nginxHeaders(kind, headers, key))
    this.#folder.writeForProxy(`caddy/${kind.name}.conf`, caddyHeaders(kind, headers, key))
    return key
  }
}
