import type { Distribution } from '@/lib/article/article'

type Purpose = keyof Distribution['aiCrawlers']

/**
 * Programs of artificial intelligence by what they fetch pages for, under the names that their makers have them look
 * for in robots.txt. Read in November 2026 at:
 * - OpenAI: developers.openai.com/api/docs/bots
 * - Anthropic: support.claude.com/en/articles/8896518 (anthropic-ai and Claude-Web are names of earlier years)
 * - Google: developers.google.com/crawling/docs/crawlers-fetchers/google-common-crawlers (Google-Extended is a word for
 *   robots.txt alone: what Googlebot fetched is then not trained on; it changes nothing in Search)
 * - Apple: support.apple.com/119829 (Applebot-Extended likewise)
 * - Amazon: developer.amazon.com/amazonbot
 * - Meta: developers.facebook.com/docs/sharing/webmasters/web-crawlers
 * - Mistral: docs.mistral.ai/robots
 * - Perplexity: docs.perplexity.ai/guides/bots
 * - Common Crawl: commoncrawl.org/ccbot; Ai2: allenai.org/crawler; DuckDuckGo: duckduckgo.com/duckduckbot
 * - Bytespider, cohere-training-data-crawler, Diffbot and the rest: the list of github.com/ai-robots-txt/ai.robots.txt
 *
 * Ordinary search engines (Googlebot, Bingbot, Applebot …) and the fetchers of link previews (facebookexternalhit) are
 * none of these and never stand here.
 */
export const AI_CRAWLERS: Record<Purpose, readonly string[]> = {
  training: [
    'GPTBot',
    'ClaudeBot',
    'anthropic-ai',
    'Claude-Web',
    'Google-Extended',
    'Applebot-Extended',
    'Amazonbot',
    'meta-externalagent',
    'MistralAI-Training',
    'CCBot',
    'AI2Bot',
    'Ai2Bot-Dolma',
    'Bytespider',
    'cohere-ai',
    'cohere-training-data-crawler',
    'Diffbot',
    'omgili',
    'PanguBot',
    'Webzio-Extended',
  ],
  search: ['OAI-SearchBot', 'Claude-SearchBot', 'PerplexityBot', 'Amzn-SearchBot', 'MistralAI-Index', 'DuckAssistBot'],
  visiting: [
    'ChatGPT-User',
    'Claude-User',
    'Perplexity-User',
    'MistralAI-User',
    'Amzn-User',
    'meta-externalfetcher',
    'Google-NotebookLM',
  ],
}
