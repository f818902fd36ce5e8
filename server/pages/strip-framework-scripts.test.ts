import { describe, expect, test } from 'vitest'
import { NotPublishable, stripFrameworkScripts, stripScriptLinks } from '@/server/pages/strip-framework-scripts'

const page = (head: string, body: string) =>
  `<!DOCTYPE html><html lang="en"><head>${head}</head><body>${body}</body></html>`

describe('a page without framework scripts', () => {
  test('framework scripts and their links are removed, the rest is the same byte for byte', () => {
    const head = '<meta charSet="utf-8"/><link rel="stylesheet" href="/_next/static/chunks/a.css"/>'
    const body = "<h1>Ferry &amp; tram — <em>“back”</em></h1><!--$--><p data-a='1'>ok<br/></p><!--/$-->"
    const html = page(
      `<link rel="preload" as="script" fetchPriority="low" href="/_next/static/chunks/x.js"/>${head}<script src="/_next/static/chunks/x.js" async=""></script>`,
      `${body}<script>(self.__next_f=self.__next_f||[]).push([0])</script><script id="_R_">self.__next_f.push([1,"</b>"])</script>`,
    )
    expect(stripFrameworkScripts(html)).toBe(page(head, body))
  })

  test('JSON-LD and our own files below /assets/ stay', () => {
    const kept =
      '<script type="application/ld+json">{"@type":"NewsArticle","headline":"a < b"}</script><script src="/assets/reader-ABC.js" defer=""></script>'
    expect(stripFrameworkScripts(page(kept, ''))).toBe(page(kept, ''))
  })

  test('structured data may mention the framework’s function names', () => {
    const html = page('', '<script type="application/ld+json">{"headline":"What $RC(1) does"}</script>')
    expect(stripFrameworkScripts(html)).toBe(html)
  })

  test('links to the manifest, feeds and other formats stay', () => {
    const links =
      '<link rel="manifest" href="/manifest.webmanifest"/><link rel="alternate" type="application/rss+xml" title="City" href="/city/rss.xml"/><link rel="alternate" hrefLang="hi" href="/a"/>'
    expect(stripFrameworkScripts(page(links, ''))).toBe(page(links, ''))
  })

  test.each([
    ['an inline script', '<script>alert(1)</script>'],
    ['a module of another host', '<script type="module" src="https://elsewhere.example/a.js"></script>'],
    ['a protocol-relative file', '<script src="//elsewhere.example/assets/a.js"></script>'],
    ['a script with data as JSON', '<script type="application/json">{}</script>'],
    ['a module preload', '<link rel="modulepreload" href="/_next/a.js"/>'],
    ['a preload in capitals', '<link REL="PRELOAD" AS="script" href="/_next/a.js"/>'],
    ['a script with a script tag inside a string', '<script>"<script>"</script>'],
  ])('%s is removed', (_name, script) => {
    expect(stripFrameworkScripts(page(script, '<p>words</p>'))).toBe(page('', '<p>words</p>'))
  })

  test('text that looks like a script inside an attribute or a text area stays', () => {
    const body = '<p title="<script>x</script>">&lt;script&gt;</p><textarea><script>a</script></textarea>'
    expect(stripFrameworkScripts(page('', body))).toBe(page('', body))
  })

  test('a font keeps its preload', () => {
    const font = '<link rel="preload" href="/_next/static/media/n.woff2" as="font" crossorigin="" type="font/woff2"/>'
    expect(stripFrameworkScripts(page(font, ''))).toBe(page(font, ''))
  })
})

describe('a page that is incomplete without scripts is refused', () => {
  test.each([
    ['a placeholder', '<!--$?--><template id="B:0"></template><p>wait</p><!--/$-->'],
    ['hidden content', '<div hidden id="S:0"><p>late</p></div>'],
    ['a script that moves content', '<script>$RC("B:0","S:0")</script>'],
    ['a script attribute', '<p onclick="x()">a</p>'],
  ])('%s', (_name, body) => {
    expect(() => stripFrameworkScripts(page('', body))).toThrow(NotPublishable)
  })

  test('a truncated page', () => {
    expect(() => stripFrameworkScripts('<!DOCTYPE html><html><body><p>half')).toThrow('before </html>')
  })
})

test('a Link header keeps fonts and styles and loses scripts', () => {
  const font = '</_next/static/media/n.woff2>; rel=preload; as="font"; crossorigin=""; type="font/woff2"'
  const style = '</_next/static/chunks/a,b.css>; rel=preload; as=style'
  const script = '</_next/static/chunks/a.js>; rel=preload; as="script"'
  expect(stripScriptLinks([script, font, '</_next/m.js>; rel=modulepreload', style].join(', '))).toBe(
    `${font}, ${style}`,
  )
  expect(stripScriptLinks('')).toBe('')
})
