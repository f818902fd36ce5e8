import { type DoorHeaders, OWN_ADDRESS } from '@/server/front-door/door-headers'
import type { DoorSettings } from '@/server/front-door/nginx'
import { DOOR_KINDS, type DoorKind, FILE_SPELLING, NEVER_FILES } from '@/server/front-door/page-address'

/** What Caddy imports at the files of `kind`; `key` is their folder. */
export function caddyHeaders(kind: DoorKind, headers: DoorHeaders, key: string): string {
  const lines = headers.map(([name, value]) => `header ${name} ${quoted(value)}`)
  return [
    '# Written by the site at its start: the headers of its files. Reload Caddy after an upgrade.',
    `vars page_files ${key}`,
    `header Content-Type ${quoted(kind.contentType)}`,
    ...lines,
    '',
  ].join('\n')
}

/** The configuration of Caddy as a front door. */
export function caddyConfiguration({ siteUrl, folder, port }: DoorSettings): string {
  const { hostname } = new URL(siteUrl)
  const kinds = [...DOOR_KINDS].reverse()
  return `# Caddy as the front door of Broadsheet: made by "npm run broadsheet -- front-door caddy". It sends the pages that the site
# keeps as files (PAGE_FILES) and asks the site for everything else. It gets its certificate itself.

${hostname} {
  request_body {
    max_size 50MB
  }
  root * ${folder}/pages

  # Pages that time will make wrong are reached by the lease of the present hundred seconds, or not at all.
  map {time.now.unix} {page_lease} {
    ~^([0-9]+)[0-9][0-9]$ "\${1}"
    default none
  }
  # The addresses that may be files, in the one spelling that each has.
  map {http.request.orig_uri} {page_address} {
    "~${FILE_SPELLING}" file
    default none
  }
${kinds.map((kind) => handle(kind, { siteUrl, folder, port })).join('')}
  handle {
    reverse_proxy 127.0.0.1:${port}
  }
}
`
}

function handle({ name, ending }: DoorKind, { folder, port }: DoorSettings): string {
  return `
  @${name} {
    method GET HEAD
    vars {page_address} file
    ${ending ? `path *${ending}` : `not path ${DOOR_KINDS.flatMap((kind) => (kind.ending ? [`*${kind.ending}`] : [])).join(' ')}`}
    not path ${NEVER_FILES.flatMap((name) => [`/${name}`, `/${name}/*`]).join(' ')}
    not header RSC *
    not header Range *
    not header If-Match *
    not header If-Unmodified-Since *
  }
  handle @${name} {
    import ${folder}/caddy/${name}*.conf
    @found file /kept/{vars.page_files}{path}@ /leased/{page_lease}/{vars.page_files}{path}@
    handle @found {
      rewrite {file_match.relative}
      file_server {
        precompressed br gzip
      }
    }
    handle {
      reverse_proxy 127.0.0.1:${port}
    }
  }
`
}

function quoted(value: string): string {
  return `\`${value.replaceAll('`', '').replaceAll(OWN_ADDRESS, '{http.request.orig_uri}')}\``
}
