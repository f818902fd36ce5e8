/**
 * The classes a story wears on the page, by part. The specs take them as an argument, so that they are read where no
 * stylesheet is: in tests and in machines that write.
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
    | 'link',
    string
  >
>
