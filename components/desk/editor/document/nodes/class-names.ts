/**
 * The CSS classes of the parts of a story. The nodes take them as an argument, so that the schema also works where no
 * stylesheet is loaded, as in tests.
 */
export type ClassNames = Partial<
  Record<
    | 'paragraph'
    | 'h2'
    | 'h3'
    | 'ordered'
    | 'unordered'
    | 'quote'
    | 'pullQuote'
    | 'pullWords'
    | 'pullAttribution'
    | 'table'
    | 'tableScroll'
    | 'factBox'
    | 'factTitle'
    | 'divider'
    | 'bold'
    | 'code'
    | 'link'
    | 'script',
    string | undefined
  >
>
