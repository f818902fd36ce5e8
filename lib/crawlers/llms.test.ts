import { expect, it } from 'vitest'
import { REQUIRED_PAGE_PATHS } from '@/lib/addresses/paths'
import { llmsTxt } from '@/lib/crawlers/llms'
import { PUBLICATION } from '@/lib/testing/article-fixtures'

const SITE = 'https://observer.example'
const CITY = { id: 1, slug: 'city', name: 'City', description: 'Port Linnet,\n# every day', parentId: null }
const ARTS = { id: 2, slug: 'arts', name: 'Arts [and] letters', description: '', parentId: null }

const TRAMS = { id: 3, slug: 'trams', name: 'Trams', description: 'Lines and times', parentId: 1 }
const languages = ['en', 'ar', 'hi']

const text = llmsTxt({ settings: PUBLICATION.settings, sections: [CITY, TRAMS, ARTS], languages, siteUrl: SITE })

it('llms.txt has the name, the tagline, a paragraph and then lists of links, in this order', () => {
  const kinds = text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => /^(?:# |> |## |- \[|)/.exec(line)?.[0])
  expect(kinds.slice(0, 4)).toEqual(['# ', '> ', '', '## '])
  expect(new Set(kinds.slice(3))).toEqual(new Set(['## ', '- [']))
  expect(text.match(/^# .*$/gm)).toEqual(['# The Linnet Observer'])
})

it('llms.txt links to every section, every feed, the API and the policies by absolute URLs', () => {
  const addresses = [...text.matchAll(/^- \[(?:\\.|[^\]\\])+\]\(([^)]+)\)(?:: \S.*)?$/gm)].map(([, address]) => address)
  expect(addresses).toHaveLength(text.match(/^- /gm)?.length ?? 0)
  expect(addresses).toEqual(
    expect.arrayContaining(
      [
        '/',
        '/city',
        '/arts',
        '/rss.xml',
        '/atom.xml',
        '/feed.json',
        '/api/v1/openapi.json',
        ...REQUIRED_PAGE_PATHS,
      ].map((path) => SITE + path),
    ),
  )
})

it('llms.txt names every language of the stories, and the sections below others', () => {
  expect(text).toContain('A newspaper in English, Arabic and Hindi. ')
  expect(text).toContain(`- [Trams](${SITE}/trams): Lines and times`)
})

it('text from the desk stays on its line and within its link', () => {
  expect(text).toContain(`- [City](${SITE}/city): Port Linnet, # every day`)
  expect(text).toContain(`- [Arts \\[and\\] letters](${SITE}/arts)`)
})

it('a paper without a tagline has no empty quote', () => {
  expect(
    llmsTxt({ settings: { ...PUBLICATION.settings, tagline: ' ' }, sections: [], languages: [], siteUrl: SITE }),
  ).not.toContain('>')
})
