import {
  alsoRead,
  type DemoStory,
  entry,
  factBox,
  h2,
  ol,
  p,
  pullQuote,
  relatedNews,
  table,
  ul,
} from '@/db/demo-edition/writing'

/** The council, the regional assembly and their voters. */
export const politicsStories: DemoStory[] = [
  {
    key: 'budget-vote',
    headline: 'Council passes budget by three votes, one of them unexpected',
    kicker: 'City budget',
    standfirst:
      'The 718 million crowns keep free school dinners, reopen libraries and raise the property levy by 2.4 per cent. A Green voted against it, the only independent for it.',
    section: 'politics',
    topics: ['city-budget', 'elections'],
    bylines: ['tom-achterberg'],
    dateline: 'Town Hall',
    kind: 'news',
    language: 'en',
    picture: null,
    published: { hoursAgo: 32 },
    updated: { hoursAgo: 28 },
    body: [
      p(
        'The city council passed its budget last night by 24 votes to 21, after a debate of four hours. The margin was the one that everybody had expected; the names were not. Lorcan Thwaite, a Green councillor for Ropewalk, voted against his own side. Agnes Rademaker, the council’s only independent, voted with it. Each gave a speech of under two minutes, and the other 43 members gave the rest.',
      ),
      p(
        'Port Linnet will spend 718 million crowns in the coming year, 4.6 per cent more than in this one. The property levy goes up by 2.4 per cent, or about 31 crowns for an average terraced house. Seven million comes out of reserves, which will then cover five weeks of spending; the auditor likes six.',
      ),
      table(
        'What changes',
        ['Item', 'Million crowns', 'Change on the year'],
        ['Trams and buses, subsidy', '22.8', '+3.1'],
        ['Street-sized home heating', '9.0', '+6.0'],
        ['Harbour dredging, city share', '6.5', 'new'],
        ['Free primary school meals', '4.1', '+0.4'],
        ['Library hours', '0.6', 'new'],
        ['Road resurfacing', '11.2', '−2.9'],
        ['Council offices and fleet', '18.4', '−1.7'],
      ),
      h2('The 6.5 million'),
      p(
        'Councillor Thwaite’s quarrel was with one line. The Harbour Board, he said, had made a surplus of eight million crowns and was asking people who had never owned so much as a dinghy to pay a third of its [dredging](story:harbour-dredging). “I have sat on this side for five years and voted for things I disliked, because that is what a coalition is,” he told the chamber. “I would like to be able to say to my ward that there was one I did not.”',
      ),
      p(
        'His group’s leader had known since lunchtime. What followed, by the account of three people in the corridor, was an afternoon of arithmetic. The Civic Alliance and the Ratepayers had 20 votes between them. With Mr Thwaite they had 21. If Ms Rademaker abstained, as she has on each of the past six budgets, the coalition would pass it by 23 to 21; if she opposed, 23 to 22.',
      ),
      alsoRead('council-notebook'),
      p(
        'So the budget was, strictly speaking, never in danger, and the coalition’s whips behaved throughout as if it were. A majority of one, they explained afterwards, is a majority of whoever has a cold. Ms Rademaker, a retired tide surveyor of 74, was offered nothing, she said, and asked for nothing. She had simply read it. “It is not a good budget,” she told the chamber. “It is a better one than the amendments.”',
      ),
      pullQuote('It is not a good budget. It is a better one than the amendments.', 'Agnes Rademaker, independent'),
      p(
        'There were nineteen amendments, and eighteen fell. The Alliance wanted a means test for school meals and a freeze of the levy; the Ratepayers, to sell the town hall’s collection of ship portraits. The one that passed, unanimously and without debate, restores 14,000 crowns for lifebuoys along the river wall, which a clerk had entered twice as a saving.',
      ),
      p(
        'Ruta Hallam, who chairs the finance committee, defended the draw on reserves as the price of a single bad year: Line 4 reopens, the dredger is here and the wage settlement with the tram drivers must be met, all before the first crown of extra fares. Casper Drum, for the Alliance, replied that he had heard of the single bad year in each of his nine budgets and looked forward to meeting it.',
      ),
      relatedNews('tram-line-4', 'library-hours', 'school-meals', 'terraces-retrofit'),
      p(
        'The roads lose most. Resurfacing is cut by a fifth, to 11.2 million crowns, enough for nineteen of the 26 kilometres on the engineers’ list. The list itself will be published, a concession to the backbenches, so that every street can see its number.',
      ),
      p(
        'The Greens meet in ten days to decide whether Mr Thwaite keeps his seat on the planning committee. He left by the river door before item 14, which concerned a clock, and waited for the 4B, which had one more day to run.',
      ),
    ],
  },
  {
    key: 'orle-mouth-live',
    headline: 'The Orle Mouth count as it happened: two recounts and a missing bundle',
    kicker: 'Live',
    standfirst:
      'A by-election that was to be declared within three hours took six. Our reporters were in the sports hall.',
    section: 'politics',
    topics: ['elections'],
    bylines: ['tom-achterberg', { name: 'Wanda Pirrie' }],
    dateline: 'Northbank sports hall',
    kind: 'live',
    language: 'en',
    picture: null,
    published: { hoursAgo: 62 },
    updated: { hoursAgo: 56 },
    body: [
      p(
        'The newest entry stands first. What the result means for the Regional Assembly is in [our report](story:assembly-seat).',
      ),
      alsoRead('assembly-seat'),
      entry(56, 'Nell Tranter is elected'),
      p(
        'The returning officer reads the figures to about forty people and a cleaner: 14,206 for Harbour Labour, 13,871 for the Civic Alliance. The second recount found two more votes for Ms Tranter and none for anybody else.',
      ),
      entry(57.2, 'The bundle turns up'),
      p(
        'Fifty ballots, held by a rubber band, were under the tray of the hot-water urn. They had been counted the first time and not the second, which is why the second count was closer than the first. All parties agree to begin again.',
      ),
      entry(58.4, 'A second recount'),
      p(
        'Fifty votes are missing from a pile that had them an hour ago. Casper Drum’s agent asks for the doors to be shut. They are shut, and then opened again for the relief of the St John volunteers.',
      ),
      entry(59.5, 'A first recount'),
      p(
        'The Alliance asks for it; nobody objects. The margin, which the officer does not announce and everybody knows, is under 400.',
      ),
      entry(61, 'Turnout is 43.8 per cent'),
      p(
        'That is eleven points lower than last time. It fell furthest in the hill estates. In Northbank the last queue reached the bicycle racks, and two people were let in after the hour because they had been standing there before it.',
      ),
      entry(62, 'Polls close'),
      p('The first boxes are expected within twenty minutes: the sports hall is next to the largest polling place.'),
    ],
  },
  {
    key: 'assembly-seat',
    headline: 'Labour keeps Orle Mouth by 335 votes, and the Assembly its majority',
    kicker: 'By-election',
    standfirst:
      'After two recounts Nell Tranter holds a seat her party won by 4,120 last time. The coalition in the Regional Assembly survives with 36 of 71 members.',
    section: 'politics',
    topics: ['elections'],
    bylines: ['tom-achterberg', { name: 'Wanda Pirrie' }],
    dateline: 'Northbank sports hall',
    kind: 'news',
    language: 'en',
    picture: null,
    published: { hoursAgo: 56 },
    updated: { hoursAgo: 49 },
    body: [
      p(
        'Nell Tranter, a former ward sister, will sit in the Regional Assembly for Orle Mouth. Harbour Labour’s candidate polled 14,206 votes, 335 more than Casper Drum of the Civic Alliance, in a by-election that was declared at twenty past four this morning after two full recounts and one search for a bundle of fifty.',
      ),
      p(
        'The result leaves the coalition of Labour and Greens with 36 of the Assembly’s 71 seats. Had Orle Mouth gone the other way, it would have had 35, and the government of the region would have depended on the votes of two members elected to oppose it.',
      ),
      table(
        'Orle Mouth, result',
        ['Candidate', 'Party', 'Votes', 'Share'],
        ['Nell Tranter', 'Harbour Labour', '14,206', '40.1%'],
        ['Casper Drum', 'Civic Alliance', '13,871', '39.2%'],
        ['Signe Hartwell', 'Greens', '4,410', '12.4%'],
        ['Roland Peake', 'Ratepayers', '2,938', '8.3%'],
      ),
      p(
        'Turnout was 43.8 per cent, eleven points lower than at the last Assembly election, and it fell furthest in the hill estates, where Labour’s vote is. Mr Drum’s own vote hardly moved; it was Labour’s that shrank. “We did not lose an argument,” a member of Ms Tranter’s campaign said in the car park. “We lost about four thousand people between the sofa and the school.”',
      ),
      p(
        'The seat fell vacant when Ottoline Frey resigned from the Assembly in the winter to run the region’s hospitals, a post she had herself created. The Alliance made much of that, and more of the closing of the night clinic at Caulkers’ End. Ms Tranter, who had worked there for eleven years, agreed with nearly all of it, which her opponents found difficult to answer.',
      ),
      alsoRead('hospital-sleep'),
      p(
        'The missing bundle was found at ten to three, in a tray marked for the Greens, face down. It contained fifty votes for Mr Drum. The majority had stood at 385. For about an hour the Alliance’s agents went through the other trays, looking for seven more like it.',
      ),
      relatedNews('ward-boundaries', 'budget-vote', 'wind-lease'),
      p(
        'Mr Drum, who keeps his place on the city council, conceded with some grace and said he would not ask for a third recount, “since the number seems to have made up its mind”. Ms Tranter takes her seat next week. Her first vote is likely to be on the lease of the Linnet Bank to a wind company, on which she has said only that she will read it.',
      ),
    ],
  },
  {
    key: 'ward-boundaries',
    headline: 'Why your ward may be called something else at the next election',
    kicker: 'Explained',
    standfirst:
      'The boundary commission has redrawn eleven of the city’s fifteen wards. What it wants, who gains, and how to object.',
    section: 'politics',
    topics: ['elections'],
    bylines: ['tom-achterberg'],
    dateline: 'Port Linnet',
    kind: 'explainer',
    language: 'en',
    picture: null,
    published: { hoursAgo: 118 },
    body: [
      p(
        'The map that decides who may vote for whom in Port Linnet was drawn sixteen years ago, when Salt Quay was warehouses and Alder Hill still had a waiting list. The boundary commission has now published a new one. It is out for objections until the end of next month and would apply from the next council election.',
      ),
      h2('What is wrong with the old map?'),
      p(
        'The city has 172,800 electors and 45 councillors, so each should answer for 3,840 people. The law allows a tenth either way. In Salt Quay there are now 5,010 for each councillor, 30 per cent too many; in Alder Hill 3,190, which is 17 per cent too few. A vote on the hill therefore weighs about one and a half times as much as a vote on the quay.',
      ),
      h2('What would change?'),
      ul(
        '**Salt Quay** is split. The flats south of the Custom House join Lowgate; the rest gains the lower end of Tanner Street.',
        '**Alder Hill East and West** become one ward and lose a councillor, from six between them to five.',
        '**Northbank** gains that councillor and the new streets behind the depot.',
        '**Ropewalk** keeps its shape but would be called Ropewalk and Ferry, to which nobody who lives there has yet admitted having agreed.',
      ),
      p(
        'The council stays at 45 members and fifteen wards of two to five seats. The commission considered wards of a single member, which seven of the 62 early submissions had asked for, and found that they would cut four streets down the middle, one of them through a pub.',
      ),
      alsoRead('assembly-seat'),
      h2('Who gains?'),
      p(
        'Running the last council election’s figures over the new lines, street by street, is guesswork with decimals. Two academics have done it, separately, and agree on the direction: the Greens gain a seat, Labour loses one on the hill and may win it back in Northbank, and the Ratepayers, whose voters are thinly spread, lose one. The coalition’s majority in the chamber, three at present, would fall to two or rise to five.',
      ),
      p(
        'The parties have reacted accordingly. Each has praised the commission’s independence and announced that it will object. Only the councillor without a party, Agnes Rademaker of Alder Hill West, stands to lose her ward altogether. She has written in to support it. “The sum is right,” her submission says, in full.',
      ),
      relatedNews('budget-vote', 'rent-register', 'debate-topics'),
      h2('How to object'),
      ol(
        'Look up your street on the commission’s map, in any library or on its site.',
        'Say which boundary you would move, and to where. An objection that moves electors out of a ward must say which others come in.',
        'Send it by the end of next month. A name and an address are needed; a lawyer is not.',
        'Hearings follow in the town hall over three evenings. Anyone who has written may speak for five minutes.',
      ),
      factBox(
        'The commission',
        'Three members, appointed by the Regional Assembly for one review each: a judge, a statistician and a geographer. None may have belonged to a party in the past ten years. It decides; the council can only be heard.',
      ),
      p(
        'Sixteen years ago 212 people objected, and the commission changed four boundaries. In one case it moved a line by the width of a single house, whose owner had pointed out that it ran between his bedroom and his bath.',
      ),
    ],
  },
]
