import { type DemoElement, h2, p, ul } from '@/db/demo-edition/writing'
import type { RequiredPage } from '@/lib/paper/required-pages'

/** The paper's pages about itself. */
export const demoStandingPages: { slug: RequiredPage; headline: string; body: DemoElement[] }[] = [
  {
    slug: 'about',
    headline: 'About The Broadsheet',
    body: [
      p(
        'The Broadsheet is the daily newspaper of Port Linnet. We report on the city first: its council, its harbour, its rents, schools, stages and pitches. We follow the world beyond the breakwater as far as it matters here, which is further than it used to be.',
      ),
      h2('Who we are'),
      p(
        'Twenty-six people work for the paper, nineteen of them in the newsroom on Custom House Lane. Every story carries the names of those who wrote it, and every name leads to a page that says what they do. Columnists and guests write what they think. The paper’s own opinion appears in the opinion section and nowhere else.',
      ),
      h2('Who owns us'),
      p(
        'We belong to our readers. Since 1996 all shares have been held by the Broadsheet Readers’ Trust, which has about 8,200 members. Anyone who has subscribed for a year may join, and each member has one vote, whatever they pay.',
      ),
      ul(
        'Members elect nine trustees for terms of three years. Nobody may serve more than twice, and nobody who holds public office may serve at all.',
        'The trustees appoint the editor for five years and approve the budget. They see no story before it is published.',
        'The trust cannot sell the paper without the consent of two-thirds of its members, and it pays no dividend.',
      ),
      h2('How we are paid'),
      p(
        'Of every hundred crowns we receive, 71 come from subscriptions and from readers who give what they can, 18 from advertising, 7 from printing for others and 4 from the sale of back numbers and pictures. We take no money from governments, parties or the council, apart from public notices at the rate that everyone pays. A gift above 5,000 crowns is published with the name of the giver.',
      ),
      p(
        'Advertisements look like advertisements. We do not publish stories that somebody has paid for, and no advertiser chooses what stands beside their notice.',
      ),
      h2('Where we come from'),
      p(
        'The paper began in 1887 as a single sheet of ship arrivals, pasted on the door of the Custom House every morning at eight. Its printer, Adela Marsh, added the price of bread, then the proceedings of the council, and was fined twice for the latter. By 1911 the sheet was a newspaper of eight pages.',
      ),
      p(
        'It passed through a shipping family, a bank and, for eleven unhappy years, a holding company that sold the building. When closure was announced in 1996, readers raised 640,000 crowns in nine weeks. The first number of the new owners had a misprint in the headline. A framed copy hangs by the coffee machine.',
      ),
    ],
  },
  {
    slug: 'contact',
    headline: 'Contact',
    body: [
      p(
        'A person reads everything that is sent to these addresses. If you do not know which one to use, take the first.',
      ),
      h2('Newsroom'),
      p(
        'Write to [newsroom@broadsheet.example](mailto:newsroom@broadsheet.example) with news, announcements and questions about a story. The desk is staffed from half past five in the morning until midnight, every day. Invitations and notices of events should reach us a week ahead.',
      ),
      h2('Tips'),
      p(
        'If you know something the public ought to know, write to [tips@broadsheet.example](mailto:tips@broadsheet.example). Three people can open that mailbox. Tell us what you know, how you know it and how we can check it.',
      ),
      ul(
        'Do not write from your employer’s network or device.',
        'E-mail can be traced. If that could harm you, send a letter without a return address, or come and see us.',
        'We will not tell anyone who you are without your consent. What that promise covers is explained in our ethics code.',
      ),
      h2('Corrections desk'),
      p(
        'If we have made a mistake, we want to hear of it: [corrections@broadsheet.example](mailto:corrections@broadsheet.example). Name the story and the sentence, and say what is right. You will have an answer within one working day, and if we were wrong the story will say so where readers can see it.',
      ),
      h2('Letters to the editor'),
      p('Send letters to [letters@broadsheet.example](mailto:letters@broadsheet.example). We print about one in six.'),
      ul(
        'Up to 250 words, on something that has appeared in the paper',
        'With your full name, your street and a telephone number; we print the name and the district',
        'We may shorten a letter. We do not alter its sense, and you may ask to see the shortened form',
      ),
      h2('Subscriptions and pictures'),
      p(
        'For subscriptions, delivery and membership of the trust write to [readers@broadsheet.example](mailto:readers@broadsheet.example); for copies of photographs and permission to reprint, to [pictures@broadsheet.example](mailto:pictures@broadsheet.example).',
      ),
      h2('By post or in person'),
      p(
        'The Broadsheet, 14 Custom House Lane, Port Linnet. The counter is open on working days from nine to five. Old numbers may be read there free of charge; please bring clean hands and a pencil.',
      ),
    ],
  },
  {
    slug: 'ethics',
    headline: 'How we work',
    body: [
      p(
        'These are the rules by which The Broadsheet’s journalists work. They are part of their contracts. A reader who thinks that we have broken one may complain to the editor at [editor@broadsheet.example](mailto:editor@broadsheet.example) and then to the trustees, whose finding we publish in full.',
      ),
      h2('Sources'),
      p(
        'We say how we know what we report. Facts that could harm somebody need two sources who do not depend on each other, or a document. Whoever is criticised is asked for an answer, and is given time to make one. Quotations are words that were said; we do not tidy them into other words.',
      ),
      h2('Anonymity'),
      p(
        'We prefer names. Someone may speak without theirs when the information matters, cannot be had otherwise and would put them at risk. An editor must then know who the source is, and the story says why the name is missing. We do not print anonymous opinions of other people. A promise of anonymity holds in court.',
      ),
      h2('Corrections'),
      ul(
        'Errors of fact are corrected in the story, with a note that says what was wrong, what is right and when it was changed.',
        'All corrections are listed on one page, newest first, and stay there.',
        'Misprints are mended without a note. New facts are an update, not a correction.',
        'We do not delete stories because they have become inconvenient. When one has to be withdrawn, its address says so and why.',
      ),
      h2('Conflicts of interest'),
      ul(
        'Nobody reports on a company they own part of, a body they belong to or a person they are close to.',
        'Journalists hold no party office and sign no public appeals. They may vote.',
        'We pay for our own meals, tickets and travel. Books sent for review go to the hospital library.',
        'Nobody writes for the business pages about shares they have traded in the past six months.',
      ),
      h2('Pictures'),
      p(
        'A news photograph shows what the camera saw. We crop, and we correct light and colour; we add, remove and move nothing. Composed or drawn images are labelled. We do not show the recognisable dead, and children under fourteen only with a parent’s consent.',
      ),
      h2('Independence'),
      p(
        'Owners, advertisers and officials do not see stories before publication and cannot stop them. We do not pay for interviews. If anyone has tried to influence a story, the story says so.',
      ),
      h2('Text written by machines'),
      p(
        'Programs help us to transcribe, to translate and to read long tables, and some short notices, such as tide tables and match results, are put together by one. None is published unread: an editor checks every sentence against its source and answers for it by name. We do not let a machine quote a person, and we do not publish images made by one as if they were photographs.',
      ),
    ],
  },
]
