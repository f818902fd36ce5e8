import { harbourHistory } from '@/db/demo-edition/harbour-history'
import {
  alsoRead,
  type DemoStory,
  factBox,
  gallery,
  h2,
  image,
  ol,
  p,
  pullQuote,
  relatedNews,
  ul,
} from '@/db/demo-edition/writing'

/** The stage, music and food. */
export const cultureStories: DemoStory[] = [
  harbourHistory,
  {
    key: 'theatre-first-night',
    headline: 'The Lamplighter’s Daughter: a first night that trusts the dark',
    kicker: 'Theatre',
    standfirst:
      'The Exchange Theatre opens its season with a new play lit almost wholly by what the actors carry. It is slow to catch and then it burns.',
    section: 'culture',
    topics: ['theatre'],
    bylines: ['dev-anand-rao'],
    dateline: 'Exchange Theatre',
    kind: 'review',
    language: 'en',
    picture: 'theatre',
    published: { hoursAgo: 9 },
    body: [
      p(
        'For the first eleven minutes of Wanda Achebe’s new play you cannot see who is speaking. There is a cough, a scrape, a woman counting under her breath. Then a match is struck, and in its light we have about four seconds of a face: Thea Lindgren, forty feet away, looking straight at you as if you had come about the rent.',
      ),
      p(
        'It is a brave opening for a house that has spent half a million crowns on its lighting rig. Achebe has set _The Lamplighter’s Daughter_ in the winter of 1891, when the council voted to put out the city’s gas lamps street by street and bring in the electric. Old Orrin Pell (Samuel Dacosta) has tended a hundred and forty lamps for thirty years. His daughter Nell keeps the ledger in which each of them has a name. The plot is that they lose.',
      ),
      p(
        'That we know this from the start is the strength of the piece and, for a while, its trouble. The first act lists. Lamps are named, neighbours arrive, one after another, with a grievance and a candle, and the director, Piers Onwudiwe, who has a fine ear for silence, allows himself a good deal of it. On Tuesday a man behind me consulted his watch, and I knew because it glowed.',
      ),
      alsoRead('choir-audition'),
      p(
        'Then comes the meeting at the town hall. Seven councillors sit behind seven lanterns, and each one, before he votes, turns his lantern down. Lindgren moves along the table turning them up again. Not a line is spoken for what must be three minutes. By the fourth councillor the audience had begun to lean; by the seventh, played by Dacosta’s understudy with a wonderful sour dignity, somebody in the circle said “Go on” aloud, and she went on.',
      ),
      p(
        'After the interval the play belongs to the two of them. Dacosta gives Orrin neither wisdom nor rage; he is a workman who has been told that his work was a stage on the way to something else, and he examines the idea with his head on one side, like a faulty valve. “I never lit the street,” he tells the young engineer. “I lit the next person’s way to the next lamp.” Lindgren has the harder part, for Nell half wants the new light and is ashamed of it. She reads a letter by the first bulb in the house with such greed that you forgive her everything.',
      ),
      p(
        'There are faults. The engineer is a bore, and meant to be less of one. A ballad in the second act explains what the lantern scene had shown. Costume designer Ilka Brandvold has done beautiful things with soot, which nobody in row M will ever know.',
      ),
      relatedNews('council-notebook', 'printing-press', 'bookshop-fifty'),
      p(
        'But the end repays all. I shall say only that it uses the great rig, once, at full power, and that it lasts no longer than the match. When the house lights rose afterwards they looked to me like bad manners. We went out in silence under the sodium lamps of Exchange Street, and a good many people stopped, and looked up.',
      ),
      factBox('The Lamplighter’s Daughter', [
        '**Exchange Theatre**, main house, until the last Saturday of next month',
        'Two hours and thirty-five minutes, with one interval',
        'Tickets from 12 to 46 crowns; 60 places a night at 5 crowns from noon at the box office',
        'Latecomers are not admitted before the match',
      ]),
      p('**Four stars of five.**'),
    ],
  },
  {
    key: 'choir-audition',
    headline: 'Twelve bars, one breath: an evening of auditions at the Seamen’s Hall choir',
    kicker: 'Music',
    standfirst:
      'Two hundred and six people wanted nineteen places. Our culture editor, a failed baritone, was allowed to sit at the back.',
    section: 'culture',
    topics: [],
    bylines: ['dev-anand-rao'],
    dateline: 'Seamen’s Hall',
    kind: 'feature',
    language: 'en',
    picture: 'choir',
    published: { hoursAgo: 54 },
    body: [
      p(
        'The chairs in the corridor are of the folding kind, and each has been taken by a person trying not to hum. A retired customs officer moves his lips. Two sisters hold hands. A large young man in the overalls of the tram depot is reading a sheet of music upside down, and when I point this out he says that he knows it by heart and is only giving his eyes something to do.',
      ),
      p(
        'Once a year, over three evenings, the Seamen’s Hall Choir hears whoever wishes to be heard. No application is needed and there is no fee. You write your name on a strip of paper and wait for the door to open. It is the only choir in the region that recruits like this, and it sings the great Passion each spring to a hall that has sold out eleven years running. This season 206 people came. There were places for nineteen.',
      ),
      p(
        'Behind the door sits Rosalind Mbaye, director since 2011, at a school desk, with a pencil. She asks for two things: twelve bars of anything, and a single note held for as long as it stays beautiful. She doesn’t say which of them matters. “The twelve bars tell me what they love,” she explains between candidates. “The note tells me whether they listen. Most people, when they run out of breath, push. I am waiting for the one who lets it go.”',
      ),
      pullQuote(
        'Most people, when they run out of breath, push. I am waiting for the one who lets it go.',
        'Rosalind Mbaye',
      ),
      p(
        'Candidate 31 sings a hymn as if somebody had insulted it. Candidate 40, a dental nurse, begins too high, stops, says “No”, begins again and fills the room to the rafters. The customs officer has chosen a lullaby. He is seventy-three; he learned it, he tells the desk, in order to sing it to a grandson who lives far away and has a telephone. Mbaye writes for some time.',
      ),
      alsoRead('theatre-first-night'),
      p(
        'What she needs is tenors. It is what all choirs need; the hall has nine, of whom one has moved to the hills. The man in overalls, Kofi Brandt, 26, who repairs pantographs on the night shift, turns out to be something rarer, the sort of high bass on whom the rest can stand. His note lasts twenty-three seconds. At the end of it there is no end, only a place where one notices the radiators.',
      ),
      p(
        'He is asked whether he has sung before. “In the pit,” he says, meaning the inspection pit beneath the trams, where the echo is good. Would he be free on Thursdays? He would have to change shifts with a colleague who hates mornings. Mbaye says that she will write to the depot herself; it would not be the first time.',
      ),
      relatedNews('tram-line-4', 'ferry-day', 'opinion-quiet-carriage'),
      p(
        'The list goes up on the door on Saturday at noon, names only, in no order. I have seen crowds at that door behave better and worse than at football. The dental nurse was on it and so was Brandt. The customs officer was not, and read it through twice with his glasses on, and then found a second sheet beneath, in pencil. The choir is to have, for the first time, a group that visits wards and sings by the bed. He is to lead the lullabies.',
      ),
    ],
  },
  {
    key: 'printing-press',
    headline: '“You can hear a bad comma”: the last compositor on Bell Lane hands over his press',
    kicker: 'Interview',
    standfirst:
      'Aldo Wren has printed the city’s ballots, ballads and death notices since 1969. At 78 he is giving the lot to his apprentice.',
    section: 'culture',
    topics: [],
    bylines: ['dev-anand-rao'],
    dateline: 'Bell Lane',
    kind: 'interview',
    language: 'en',
    picture: 'printing-press',
    published: { hoursAgo: 74 },
    body: [
      p(
        'The flatbed press at 14 Bell Lane weighs three tonnes, was built in 1907 and arrived in the building before its front wall did. Aldo Wren has worked it for more than half a century, for most of that alone. On the first of the month he signs it over, with 611 cases of type and the remaining lease, to Mei Tanaka-Burke, 29, who came in nine years ago to have a wedding invitation printed and forgot to leave. We talked while he distributed type, which means putting every letter of a finished job back in its box.',
      ),
      p('**You are not looking at the boxes.**'),
      p(
        'If I looked I’d get it wrong. The hand knows where the _e_ lives. It’s the biggest box, in the middle, where your hand falls if you’re tired. Whoever laid out the case knew about being tired.',
      ),
      p('**What was the first thing you set?**'),
      p(
        'A notice for a lost tortoise. I was so proud. I had put the reward in bold and the telephone number upside down, a 6 for a 9. Old Castell, my master, didn’t shout. He made me ring the number and apologise to whoever answered. That was a butcher. I never turned a figure again, and we bought our sausages from him for years.',
      ),
      alsoRead('bookshop-fifty'),
      p('**You printed election ballots until 1998. Did that make you nervous?**'),
      p(
        'It made me slow. On a ballot everything has to be the same: the same space above each name, the same rule, the same weight of ink. You can favour a man with ink, you know, without meaning to. So I’d set it and leave it overnight and come back as if I were somebody who disliked me. One year I found that a candidate had a thin space more than the rest before his name. He had room to breathe. I took it away from him, and he lost by nine votes, and I have thought about that space a fair bit.',
      ),
      p('**People say that printing by hand has no use any more.**'),
      p(
        'They’ve always ordered what had no use. Nobody ever needed a ballad. What has gone is the stuff that was useful: handbills, tide cards, forms. I don’t miss forms. But I’ll tell you what the screen can’t do. It can’t be heard. When the forme is locked up you tap it all over with the mallet and plane, and a line that’s loose gives a dull sound. You can hear a bad comma. I have stopped the press for one, with the customer standing there.',
      ),
      image('tide-chart', 'Tide cards were for decades the steadiest work on Bell Lane.'),
      p('**And when did you know that Mei would be the one?**'),
      p(
        'She dropped a case. Four thousand sorts, all over the floor, ten at night, and she’d only been here a month. I said go home. In the morning she was sitting on that stool with the last of it sorted and she said, “There are three letters in here from a different fount, did you know?” I had known since 1982. I’d never found anybody to tell.',
      ),
      p('**What will you do on the second of the month?**'),
      p(
        'Come in. She has promised me a corner and the tortoise notice, framed. I am not to touch the press unless asked. She has put that in the contract, and set it herself, and I went through it twice for errors and there’s nothing wrong with it at all. I was very nearly disappointed.',
      ),
      relatedNews('tide-tables', 'library-hours', 'harbour-history'),
      p(
        'Tanaka-Burke, who had said nothing until then, looked up from the stone. “There’s a wrong-fount full stop in clause four,” she said. “I left it in to see.” Wren put on his other spectacles, read for a long while, and began to laugh.',
      ),
    ],
  },
  {
    key: 'soup-kitchen',
    headline: 'The Friday soup: smoked haddock, leeks and the end of the loaf',
    kicker: 'Food',
    standfirst:
      'A pot for six that began on the auction steps and has been fed, most weeks since, to an office of ungrateful journalists.',
    section: 'culture',
    topics: [],
    bylines: ['dev-anand-rao'],
    dateline: 'The newsroom kitchen',
    kind: 'feature',
    language: 'en',
    picture: 'soup',
    published: { hoursAgo: 46 },
    body: [
      p(
        'There is one ring in the newsroom kitchen and it has two temperatures, which the sub-editors call Edition and Correction. On this ring, each Friday, I make a soup. It has to survive being left while I take a telephone call. It must be capable of feeding six people, or eight if the political staff come back early. And it ought to cost less than a round of sandwiches, or the business editor makes a chart.',
      ),
      p(
        'The one I return to is a haddock soup that I was taught on the steps of the fish auction by Agnes Moravec, who sold tea there for thirty years and would have been astonished to be called a cook. Her principle was that smoke does the work. You poach the fish in the milk, and then the milk, not the fish, is what you are cooking with. The rest is leeks and attention.',
      ),
      p(
        'Buy undyed haddock if you can. At the market hall two stalls smoke their own over oak, and the flesh is the colour of old piano keys; the bright yellow kind will do, but its colour goes everywhere, including the tie of a former deputy editor. The bread should be at least two days old. Fresh bread turns to paste, and paste is a different column.',
      ),
      alsoRead('market-hall'),
      h2('What you need, for six'),
      ul(
        '600 g smoked haddock, undyed, skin on',
        '900 ml whole milk',
        '400 ml fish or light vegetable stock',
        '3 leeks, about 500 g, white and pale green parts',
        '500 g floury potatoes, peeled, in 2 cm dice',
        '50 g butter, and a little more for the bread',
        '2 bay leaves, 6 peppercorns, a scrape of nutmeg',
        '3 thick slices of stale sourdough, torn into rough pieces',
        '1 teaspoon of mustard, the juice of half a lemon, a handful of chopped parsley',
      ),
      h2('How to do it'),
      ol(
        'Lay the fish skin side down in a wide pan with the bay and peppercorns. Pour over the milk, which should just cover it. Bring it slowly to the first tremble, put on a lid, turn off the heat and leave it for ten minutes.',
        'Meanwhile wash the leeks well, slice them as thick as a pencil and sweat them in the butter in a heavy pot, covered, for twelve minutes. They should be soft and still green. If they brown, begin again; they will taste of it.',
        'Add the potatoes and stock to the leeks and simmer until a knife meets no argument, about a quarter of an hour.',
        'Lift out the fish and strain the milk. Ladle a third of the leeks and potatoes into a jug, blend it with the milk until smooth, and return it to the pot.',
        'Fry the torn bread in butter over a moderate heat until it is crisp outside and still gives a little.',
        'Flake the fish in large pieces, feeling for bones. Stir the mustard, lemon and nutmeg into the soup, taste, and only now think of salt. Slide in the fish and warm it through without letting it boil.',
        'Ladle into bowls, heap the bread in the middle, and throw on the parsley as if you did not care.',
      ),
      gallery(
        'Where the soup begins: the auction before dawn, and the market hall a little later.',
        'fish-auction',
        'market-hall',
      ),
      p(
        'It keeps until the next day but no longer, and should not be frozen. Leftovers, thinned with milk, make a sauce for pasta. Those who eat no fish can have the same soup with 300 grams of smoked cheese in place of the haddock, stirred in at the end, and a spoon of miso in the stock. Agnes would not have approved of that, but Agnes put evaporated milk in hers and asked me to take the secret to my grave.',
      ),
      relatedNews('fish-auction', 'flour-price', 'school-meals'),
      p(
        'A word on the lemon. I left it out for years, on her authority, until an intern who had been told to help cut one in half over the pot by mistake. There was an awkward pause while everybody tasted. She is on the foreign desk now. I think of it as the best correction that we never printed.',
      ),
    ],
  },
]
