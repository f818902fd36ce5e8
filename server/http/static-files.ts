import { readdirSync, readFileSync, statSync } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { extname, join } from 'node:path'
import { parseCropName } from '@/lib/pictures/crops'
import { iconFileAt, type PaperIcon } from '@/lib/pictures/paper-marks'
import type { CompressedFiles } from '@/server/http/compressed-files'
import { encodedEtag, notModifiedEtag, type Validators } from '@/server/http/conditional'
import { type Encoding, isWorthCompressing, negotiateEncoding } from '@/server/http/content-encoding'
import { IMMUTABLE } from '@/server/http/headers'

const TYPES: Record<string, string> = {
  '.avif': 'image/avif',
  '.css': 'text/css; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpeg': 'image/jpeg',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.speculation': 'application/speculationrules+json',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
}

/** Files without a hash in their name may change with the next build. */
const A_DAY = 'public, max-age=86400'

interface StaticFile {
  type: string
  cacheControl: string
  bodies: Partial<Record<Encoding, Buffer>> & { identity: Buffer }
  etag: string
  lastModified: Date
}

/** A folder whose files are served below `url`; names in an immutable one contain a hash of their content. */
export interface StaticFolder {
  folder: string
  url: string
  immutable: boolean
}

interface StaticFilesOptions {
  compressed: CompressedFiles
  headers: string[]
}

/** Files that exist at the start, held in memory once they were asked for. Where two folders have a file, the first one wins. */
export class StaticFiles {
  readonly #found = new Map<string, { path: string; immutable: boolean }>()
  readonly #loaded = new Map<string, Promise<StaticFile>>()
  readonly #compressed: CompressedFiles
  readonly #headers: string[]

  constructor(folders: StaticFolder[], { compressed, headers }: StaticFilesOptions) {
    this.#compressed = compressed
    this.#headers = headers
    for (const { folder, url, immutable } of folders) {
      for (const name of filesBelow(folder)) {
        const address = `${url}${name.split('/').map(encodeURIComponent).join('/')}`
        if (!this.#found.has(address)) this.#found.set(address, { path: join(folder, name), immutable })
      }
    }
  }

  has(path: string): boolean {
    return this.#found.has(path)
  }

  async send(path: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const found = this.#found.get(path)
    if (!found) throw new Error(`${path} is not a static file`)
    let loading = this.#loaded.get(path)
    if (!loading) {
      loading = load(found, this.#compressed)
      this.#loaded.set(path, loading)
    }
    const file = await loading
    const encoding = negotiateEncoding(request.headers['accept-encoding'])
    const sent = file.bodies[encoding] ? encoding : 'identity'
    sendFile(request, response, {
      body: file.bodies[sent] ?? file.bodies.identity,
      identityEtag: file.etag,
      etag: sent === 'identity' ? file.etag : encodedEtag(file.etag, sent),
      lastModified: file.lastModified,
      headers: [
        ...this.#headers,
        'Content-Type',
        file.type,
        'Cache-Control',
        file.cacheControl,
        'Vary',
        'Accept-Encoding',
        ...(sent === 'identity' ? [] : ['Content-Encoding', sent]),
      ],
    })
  }
}

const MEDIA_NAME = /^[0-9a-f]{16}-\d{1,5}\.(?:avif|webp|jpe?g|png)$/

/** Where pictures are stored, and what makes crops that are not there yet. */
export interface Media {
  folder: string
  crops: { make(name: string): Promise<boolean> }
  headers: string[]
}

/**
 * Sends the picture file `name` of the media folder; false when there is none. A name identifies one content, so the
 * response never changes. Throws Overloaded when too many crops are waiting.
 */
export async function sendMedia(
  { folder, crops, headers }: Media,
  name: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<boolean> {
  if (!MEDIA_NAME.test(name) && !parseCropName(name)) return false
  const path = join(folder, name)
  const file = (await mediaFile(path)) ?? ((await crops.make(name)) ? await mediaFile(path) : null)
  if (!file) return false
  sendFile(request, response, {
    body: file.body,
    identityEtag: `"${name}"`,
    etag: `"${name}"`,
    lastModified: file.lastModified,
    headers: [...headers, 'Content-Type', TYPES[extname(name)] ?? 'image/jpeg', 'Cache-Control', IMMUTABLE],
  })
  return true
}

/** Sends the icon of the paper at one of its fixed addresses; false for any other address, and without an icon. */
export async function sendIcon(
  { folder, headers }: Media,
  { path, icon }: { path: string; icon: PaperIcon | null },
  request: IncomingMessage,
  response: ServerResponse,
): Promise<boolean> {
  const name = icon && iconFileAt(path, icon)
  const file = name ? await mediaFile(join(folder, name)) : null
  if (!name || !file) return false
  const etag = `"${name}"`
  sendFile(request, response, {
    body: file.body,
    identityEtag: etag,
    etag,
    lastModified: file.lastModified,
    // The next upload has the same address.
    headers: [...headers, 'Content-Type', 'image/png', 'Cache-Control', A_DAY],
  })
  return true
}

async function mediaFile(path: string): Promise<{ body: Buffer; lastModified: Date } | null> {
  try {
    const body = await readFile(path)
    return { body, lastModified: (await stat(path)).mtime }
  } catch {
    return null
  }
}

interface SentFile extends Required<Validators> {
  body: Buffer
  headers: string[]
}

function sendFile(
  request: IncomingMessage,
  response: ServerResponse,
  { body, headers, ...validators }: SentFile,
): void {
  const heldEtag = notModifiedEtag(request.headers, validators)
  const all = [
    ...headers,
    ...['ETag', heldEtag ?? validators.etag, 'Last-Modified', validators.lastModified.toUTCString()],
    // Social networks and aggregators show pictures from their own pages.
    ...['Cross-Origin-Resource-Policy', 'cross-origin'],
  ]
  if (heldEtag !== null) {
    response.writeHead(304, all).end()
    return
  }
  response.writeHead(200, [...all, 'Content-Length', String(body.length)])
  response.end(request.method === 'HEAD' ? undefined : body)
}

async function load(
  { path, immutable }: { path: string; immutable: boolean },
  compressed: CompressedFiles,
): Promise<StaticFile> {
  const identity = await readFile(path)
  const type = typeOf(path)
  const { mtime } = statSync(path)
  return {
    type,
    cacheControl: immutable ? IMMUTABLE : A_DAY,
    bodies: isWorthCompressing(type) ? { identity, ...(await compressed.of(identity)) } : { identity },
    etag: `"${identity.length.toString(36)}-${Math.floor(mtime.getTime()).toString(36)}"`,
    lastModified: mtime,
  }
}

function typeOf(path: string): string {
  return TYPES[extname(path)] ?? 'application/octet-stream'
}

/** The folders of static files of a built project, newest build first. */
export function staticFolders(root: string): StaticFolder[] {
  return [
    { folder: join(root, '.next/static'), url: '/_next/static/', immutable: true },
    { folder: join(root, '.build/assets'), url: '/assets/', immutable: true },
    { folder: join(root, '.build/previous/1/static'), url: '/_next/static/', immutable: true },
    { folder: join(root, '.build/previous/1/assets'), url: '/assets/', immutable: true },
    { folder: join(root, '.build/previous/2/static'), url: '/_next/static/', immutable: true },
    { folder: join(root, '.build/previous/2/assets'), url: '/assets/', immutable: true },
    { folder: join(root, 'public'), url: '/', immutable: false },
  ]
}

/** Where the build keeps their compressed bodies. */
export function compressedFolder(root: string): string {
  return join(root, '.build/compressed')
}

/** Compresses the files of all `folders` that are served compressed, so that no server does it again. */
export async function compressStaticFiles(folders: StaticFolder[], compressed: CompressedFiles): Promise<void> {
  const paths = folders.flatMap(({ folder }) => filesBelow(folder).map((name) => join(folder, name)))
  const worth = paths.filter((path) => isWorthCompressing(typeOf(path)))
  await compressed.write(await Promise.all(worth.map((path) => readFile(path))))
}

function filesBelow(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
  } catch {
    return []
  }
}

/** The content of a small JSON file that the build wrote. Throws when there is none. */
export function builtJson<T>(path: string): T {
  return JSON.parse(readFileSync(path, 'utf8')) as T
}
