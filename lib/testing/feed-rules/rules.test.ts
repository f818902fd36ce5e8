import { describe, expect, it } from 'vitest'
import { atom } from '@/lib/feeds/atom'
import { jsonFeed } from '@/lib/feeds/json-feed'
import { rss } from '@/lib/feeds/rss'
import { aFeed } from '@/lib/testing/feed-fixtures'
import { atomProblems } from '@/lib/testing/feed-rules/atom-rules'
import { htmlProblems } from '@/lib/testing/feed-rules/html-rules'
import { jsonFeedProblems } from '@/lib/testing/feed-rules/json-feed-rules'
import { rssProblems } from '@/lib/testing/feed-rules/rss-rules'

/*
 * Each rule is tested with a feed that breaks only this rule.
 */

type Mutation = [what: string, from: string | RegExp, to: string, caught: RegExp]

const RSS: Mutation[] = [
  ['a tag left open', '</item>', '', /not well-formed/],
  ['a bare ampersand', 'Harbour</category>', 'Harbour & Co</category>', /not well-formed/],
  ['a prefix nobody declared', ' xmlns:dc="http://purl.org/dc/elements/1.1/"', '', /not well-formed|xmlns:dc/],
  ['a prefix that stands for another module', 'purl.org/dc/elements/1.1/', 'purl.org/dc/', /xmlns:dc does not/],
  ['another version', 'version="2.0"', 'version="0.91"', /not RSS 2.0/],
  ['a second channel', '</rss>', '<channel></channel></rss>', /exactly one channel/],
  ['a channel without title', '<title>City – The Broadsheet</title>', '', /channel> lacks <title>/],
  ['a channel without description', /<description>.*?<\/description>/, '', /channel> lacks <description>/],
  ['a channel without address', /<link>.*?<\/link>/, '', /channel> lacks <link>/],
  ['an address of the channel that is not whole', /<link>.*?<\/link>/, '<link>/city</link>', /channel is not whole/],
  ['an element nobody knows', '<ttl>', '<updated>x</updated><ttl>', /<updated> does not belong/],
  ['an empty element', 'Mirela Osei', ' ', /<dc:creator> in <item> is empty/],
  ['no language tag', '<language>en<', '<language>English (UK)<', /no language tag/],
  ['a ttl that is no number', '<ttl>5<', '<ttl>soon<', /ttl "soon"/],
  ['no address of its own', /<atom:link rel="self".*?\/>/, '', /exactly one address of its own/],
  ['two addresses of its own', 'rel="hub"', 'rel="self" type="application/rss+xml"', /exactly one address of its own/],
  ['its own address as another type', 'application/rss+xml', 'text/xml', /as another type/],
  ['a hub that is not whole', 'https://hub.example/', '//hub.example/', /"\/\/hub.example\/" is not whole/],
  ['a relation nobody knows', 'rel="hub"', 'rel="pub"', /rel="pub"/],
  ['a date that is ISO', /<pubDate>.*?</, '<pubDate>2026-07-23T05:30:00Z<', /pubDate .* is not RFC 822/],
  ['a date with two digits of the year', '23 Jul 2026', '23 Jul 26', /pubDate .* is not RFC 822/],
  ['the wrong day of the week', '<pubDate>Thu, 23', '<pubDate>Fri, 23', /another day of the week/],
  ['no date of publication', /<pubDate>.*?<\/pubDate>/, '', /item> lacks <pubDate>/],
  [
    'an update before the publication',
    '2026-11-23T12:00:00+00:00',
    '2025-11-23T12:00:00+00:00',
    /updated before it was/,
  ],
  ['an update without zone', '12:00:00+00:00', '12:00:00', /not RFC 3339/],
  ['an item without guid', /<guid.*?<\/guid>/, '', /item> lacks <guid>/],
  ['a guid twice', /0029<\/guid>/, '002a</guid>', /the guid .* repeats/],
  ['a name that claims to be an address', ' isPermaLink="false"', '', /claims to be an address/],
  ['an item with two addresses', '<guid', '<link>https://a.example/</link><guid', /2 of <link>/],
  [
    'an address of an item that is not whole',
    `<link>https://broadsheet.example/city/41`,
    '<link>/city/41',
    /item is not/,
  ],
  ['a category twice', '>Harbour</category>', '>City</category>', /category "City" repeats/],
  ['a description with markup', '<description>The', '<description>&lt;p&gt;The', /not plain/],
  ['a description escaped once', '&amp;amp; nobody', '&amp; nobody', /bare ampersand/],
  [
    'an enclosure without length',
    '<media:content ',
    '<enclosure url="https://a.example/b.jpg" type="image/jpeg"/><media:content ',
    /enclosure lacks/,
  ],
  ['a picture without medium', ' medium="image"', '', /media:content lacks/],
  ['a script in the text', '&lt;hr/&gt;', '&lt;script&gt;&lt;/script&gt;', /holds <script>/],
  [
    'lastBuildDate by the clock',
    /<lastBuildDate>.*?</,
    '<lastBuildDate>Mon, 23 Nov 2026 13:00:00 GMT<',
    /newest change/,
  ],
  ['an item behind an older one', 'Thu, 23 Jul 2026', 'Mon, 23 Feb 2026', /behind an older one/],
]

const ATOM: Mutation[] = [
  ['a tag left open', '</entry>', '', /not valid by the schema/],
  ['an element of nobody', '<icon>', '<ttl>5</ttl><icon>', /not valid by the schema/],
  ['a feed without id', /<id>https.*?<\/id>/, '', /not valid by the schema/],
  ['an id that is no IRI', /<id>https.*?<\/id>/, '<id>section 3</id>', /not valid by the schema/],
  ['a feed without updated', /<updated>.*?<\/updated>/, '', /not valid by the schema/],
  ['a feed without title', /<title>.*?<\/title>/, '', /not valid by the schema/],
  ['a feed without author', /<author>.*?<\/author>/, '', /not valid by the schema/],
  ['an author without name', '<name>Mirela Osei</name>', '', /not valid by the schema/],
  ['an author with an empty name', 'Mirela Osei', ' ', /not valid by the schema/],
  ['two titles', '<subtitle>', '<title>x</title><subtitle>', /not valid by the schema/],
  ['an entry without id', /<id>urn.*?<\/id>/, '', /not valid by the schema/],
  ['an entry without updated', /(<\/published>)<updated>.*?<\/updated>/, '$1', /not valid by the schema/],
  ['a date without zone', '12:00:00+00:00', '12:00:00', /not valid by the schema/],
  ['a date of RFC 822', /<published>.*?</, '<published>Thu, 23 Jul 2026 05:30:00 GMT<', /not valid by the schema/],
  ['a link without address', /href="[^"]*trams-run-42"/, '', /not valid by the schema/],
  [
    'a link that is not whole',
    'href="https://broadsheet.example/city/41"',
    'href="/city/41"',
    /not valid by the schema/,
  ],
  ['a category without term', 'term="Harbour"', 'label="Harbour"', /not valid by the schema/],
  ['no language tag', 'xml:lang="en"', 'xml:lang="English (UK)"', /not valid by the schema/],
  ['a text of a type that is none', 'type="html"', 'type="markdown"', /not valid by the schema/],
  ['no address of its own', 'rel="self"', 'rel="hub"', /one link rel="self"/],
  [
    'a feed without page',
    /<link rel="alternate" type="text\/html" href="[^"]*\/city"\/>/,
    '',
    /<feed> .* rel="alternate"/,
  ],
  ['a relation nobody knows', 'rel="hub"', 'rel="pub"', /rel="pub"/],
  [
    'an entry without page',
    /<link rel="alternate"[^>]*trams-run-42"\/>/,
    '<link rel="related" href="https://a.example/"/>',
    /<entry> .* rel="alternate"/,
  ],
  ['an id twice', /0029<\/id>/, '002a</id>', /the id .* repeats/],
  [
    'a tombstone of a story that is there',
    /deleted-entry ref="[^"]*"/,
    'deleted-entry ref="urn:uuid:01a1f82f-1e80-8000-8000-00000000002a"',
    /is deleted and there/,
  ],
  ['a tombstone without its instant', / when="[^"]*"/, '', /not valid by the schema/],
  ['a tombstone of nothing', /<at:deleted-entry ref="[^"]*"/, '<at:deleted-entry', /not valid by the schema/],
  ['a picture without medium', ' medium="image"', '', /not valid by the schema/],
  [
    'a picture that is not whole',
    /<media:content url="[^"]*"/,
    '<media:content url="/a.jpg"',
    /not valid by the schema/,
  ],
  ['an update before the publication', /(<\/published><updated>)2026-11/, '$12025-11', /updated before it was/],
  ['a feed newer than its entries', /<updated>2026-11-23T12:00/, '<updated>2026-11-23T13:00', /as new as its newest/],
  ['an entry without any words', /<summary>.*?<\/content>/, '', /neither content nor summary/],
  ['an entry without title', /<title>Trams.*?</, '<title> <', /entry has no title/],
  ['a category twice', 'term="Harbour"', 'term="City"', /category "City" repeats/],
  ['a script in the text', '&lt;hr/&gt;', '&lt;script&gt;&lt;/script&gt;', /holds <script>/],
  ['an entry behind an older one', '<published>2026-07-23', '<published>2026-02-23', /behind an older one/],
]

const JSON_FEED: Mutation[] = [
  ['another version', 'version/1.1', 'version/1', /version/],
  ['no title', '"title":"City – The Broadsheet",', '', /title/],
  ['no items', '"items"', '"entries"', /items/],
  ['a relative address', '"url":"https://broadsheet.example/city/41"', '"url":"/city/41"', /url/],
  ['no id', /"id":"urn[^"]*",/, '', /id/],
  ['an id that is a number', /"id":"urn[^"]*"/, '"id":42', /id/],
  ['an id twice', '0029"', '002a"', /repeats/],
  ['no content', '"content_html"', '"_content"', /content/],
  ['a date without zone', '+00:00"', '"', /date/],
  ['an author without name', '"name":"A guest"', '"name":""', /name/],
  ['no authors', /"authors":\[[^\]]*\],"tags"/, '"authors":[],"tags"', /authors/],
  ['a tag twice', '"Harbour"', '"City"', /tags/],
  ['a hub that is not whole', 'https://hub.example/', '/hub', /hubs/],
  [
    'a modification before the publication',
    '"date_modified":"2026-11',
    '"date_modified":"2025-11',
    /before it was published/,
  ],
  [
    'an item behind an older one',
    '"date_published":"2026-07-23',
    '"date_published":"2026-02-23',
    /behind an older one/,
  ],
  ['a script in the text', '<hr/>', '<script></script>', /holds <script>/],
]

describe.each([
  ['RSS', rss, rssProblems, RSS],
  ['Atom', atom, atomProblems, ATOM],
  ['JSON Feed', jsonFeed, jsonFeedProblems, JSON_FEED],
] as const)('in %s', (_name, write, problems, mutations) => {
  it.each(mutations)('%s is reported', async (_what, from, to, caught) => {
    const valid = write(aFeed())
    const broken = valid.replace(from, to)
    expect(broken).not.toBe(valid)
    expect((await problems(broken)).join('\n')).toMatch(caught)
  })
})

it.each([
  ['a script', '<script>x</script>', /holds <script>/],
  ['a frame', '<iframe src="https://a.example/"></iframe>', /holds <iframe>/],
  ['a style', '<style>p{}</style>', /holds <style>/],
  ['an inline style', '<p style="color:red">x</p>', /<p> in the text carries style/],
  ['an event handler', '<img src="https://a.example/b.jpg" alt="" onerror="x()">', /carries onerror/],
  ['a relative address', '<a href="/city">x</a>', /leads to "\/city"/],
  ['an address without scheme', '<img src="//a.example/b.jpg" alt="">', /leads to "\/\/a/],
  ['a javascript address', '<a href="javascript:x()">x</a>', /leads to "javascript/],
  ['a link without address', '<a>x</a>', /leads nowhere/],
  ['a picture without description', '<img src="https://a.example/b.jpg">', /lacks its address or its description/],
])('%s in the text of a story is reported', (_what, html, caught) => {
  expect(htmlProblems(html).join('\n')).toMatch(caught)
})
