import { type DoorHeaders, OWN_ADDRESS } from '@/server/front-door/door-headers'
import { DOOR_KINDS, type DoorKind, FILE_ADDRESS } from '@/server/front-door/page-address'

export interface DoorSettings {
  /** Public origin. */
  siteUrl: string
  /** The folder of PAGE_FILES. */
  folder: string
  port: number
}

const FEEDS = DOOR_KINDS.filter(({ ending }) => ending !== '')

/** What nginx includes at the location of `kind`; `key` is the folder of its files. Throws for a header that nginx cannot send. */
export function nginxHeaders(kind: DoorKind, headers: DoorHeaders, key: string): string {
  const lines = headers.map(([name, value]) => `add_header ${name} ${quoted(value)};`)
  return [
    '# Written by the site at its start: the headers of its files. Reload nginx after an upgrade.',
    `set $page_files ${key};`,
    `default_type ${quoted(kind.contentType)};`,
    ...lines,
    '',
  ].join('\n')
}

/** The configuration of nginx as a front door, to be included in its http block. */
export function nginxConfiguration({ siteUrl, folder, port }: DoorSettings): string {
  const { hostname } = new URL(siteUrl)
  return `# nginx as the front door of Broadsheet: made by "npm run broadsheet -- front-door nginx", to be included in its http
# block. It sends the pages that the site keeps as files (PAGE_FILES) and asks the site for everything else.

# The addresses that may be files, in the one spelling that each has.
map $request_uri $page_address {
  default 0;
  "~${FILE_ADDRESS}" 1;
}

# A request that a file answers. Validators that the site has given are compared by the site.
map "$request_method|$http_rsc$http_range$http_if_match$http_if_unmodified_since|$http_if_none_match|$page_address" $page_open {
  default 0;
  "GET|||1" 1;
  "~^(?:GET|HEAD)\\|\\|(?:(?:W/)?\\"[0-9a-f]+-[0-9a-f]+\\")?\\|1$" 1;
}

# The file's ending. What most programs send is found without an expression; weights of encodings are compared by the
# site.
map "$page_open$http_accept_encoding" $page_ending {
  default "";
  "1" "";
  "1gzip, deflate, br, zstd" .br;
  "1gzip, deflate, br" .br;
  "1gzip, deflate" .gz;
  "1gzip" .gz;
  "~^0" .none;
  "~[;*]" .none;
  "~*^1(?:.*,)?[\\t ]*br[\\t ]*(?:,|$)" .br;
  "~*^1(?:.*,)?[\\t ]*(?:x-)?gzip[\\t ]*(?:,|$)" .gz;
}

map $page_ending $page_encoding {
  default "";
  .br br;
  .gz gzip;
}

# What a reader gets while the site is stopped: the page as it is, whatever else the request asks.
map "$request_method $uri" $paper_ending {
  default .none;
  "~^(?:GET|HEAD) /(?!search$|api/|admin|preview)" "";
}

# Pages that time will make wrong are reached by the lease of the present hundred seconds, or not at all.
map $msec $page_lease {
  default none;
  "~^(?<hundreds>[0-9]+)[0-9][0-9][.]" $hundreds;
}

server {
  listen 80;
  server_name ${hostname};
  return 308 https://$host$request_uri;
}

server {
  listen 443 ssl;
  http2 on;
  server_name ${hostname};
  ssl_certificate     /etc/ssl/${hostname}.pem;
  ssl_certificate_key /etc/ssl/${hostname}.key;

  # The largest picture; the site has smaller limits for everything else.
  client_max_body_size 50m;
  client_header_timeout 10s;
  client_body_timeout 30s;

  root ${folder}/pages;
  set $page_files none;
  types { }
  gzip off;
  # Headers and page go out in one step, which small files need more than sendfile.
  sendfile off;
  output_buffers 2 64k;
  etag on;
  if_modified_since before;
  max_ranges 0;
  log_not_found off;
  # From the file to the lease, to the site, and to the paper of a stopped site.
  recursive_error_pages on;
  # Open files are looked at again for every request (0): one that was removed or replaced is never sent.
  open_file_cache max=10000 inactive=60s;
  open_file_cache_valid 0;

  # Feeds have a type of their own.
  location ~ [.](?:json|xml)$ {
${FEEDS.map(({ name, ending }) => `    location ~ ${ending.replaceAll('.', '[.]')}$ {${file(name, folder, '      ')}    }\n`).join('')}
    location ~ ^/ {${file('html', folder, '      ')}    }
  }

  # An address that ends in a slash names a folder to nginx, if it does not look for the file first.
  location = / {${leased('html', folder, '    ', '/kept/$page_files$uri@$page_ending ')}  }

  location ~ ^/ {${file('html', folder, '    ')}  }
${DOOR_KINDS.map(({ name }) => `\n  location @leased-${name} {${leased(name, folder, '    ')}  }\n`).join('')}
  location @site {
    # nginx answers these itself when the site is stopped.
    error_page 502 504 = @paper;
    proxy_pass http://127.0.0.1:${port}$request_uri;
    proxy_http_version 1.1;
    proxy_set_header Connection "";
    proxy_set_header Host $host;
    # The last address is the one that nginx saw, and the one that TRUST_PROXY=1 counts.
    proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;
    proxy_set_header X-Forwarded-Proto $scheme;
    # A list of a hundred stories names its tags in some 7 KB of headers.
    proxy_buffer_size 16k;
    proxy_buffers 8 16k;
  }

  location @paper {
    include ${folder}/nginx/html*.conf;
    try_files /kept/$page_files$uri@$paper_ending /leased/$page_lease/$page_files$uri@$paper_ending =502;
  }
}
`
}

/** The lines of a location of pages that time does not make wrong: their file is opened once, without a look before. */
function file(name: DoorKind['name'], folder: string, indent: string): string {
  return lines(indent, [
    `include ${folder}/nginx/${name}*.conf;`,
    'add_header Content-Encoding $page_encoding;',
    `error_page 403 404 405 = @leased-${name};`,
    `alias ${folder}/pages/kept/$page_files$uri@$page_ending;`,
  ])
}

/** The lines of a location of pages that time will make wrong; `before` are files to look for first. */
function leased(name: DoorKind['name'], folder: string, indent: string, before = ''): string {
  return lines(indent, [
    `include ${folder}/nginx/${name}*.conf;`,
    'add_header Content-Encoding $page_encoding;',
    '# Removed between two looks of nginx.',
    'error_page 403 404 = @site;',
    `try_files ${before}/leased/$page_lease/$page_files$uri@$page_ending @site;`,
  ])
}

function lines(indent: string, all: string[]): string {
  return `\n${all.map((line) => `${indent}${line}\n`).join('')}`
}

function quoted(value: string): string {
  const own = value.replaceAll(OWN_ADDRESS, '')
  // nginx reads a variable into every value, and has no way to write the sign itself.
  if (/[$\r\n]/.test(own)) throw new Error(`nginx cannot send the header “${value}”`)
  const escaped = value.replaceAll('\\', '\\\\').replaceAll('"', '\\"')
  return `"${escaped.replaceAll(OWN_ADDRESS, '$request_uri')}"`
}
