import {
  alsoRead,
  type DemoStory,
  factBox,
  h2,
  image,
  p,
  pullQuote,
  quote,
  relatedNews,
  table,
} from '@/db/demo-edition/writing'

/** The sport pages of the demo edition. */
export const sportStories: DemoStory[] = [
  {
    key: 'rovers-derby',
    headline: 'Rovers 2, Castle Athletic 2: derby saved by a defender who thought he had been taken off',
    kicker: 'Football',
    standfirst:
      'Ten men, a board held up with the wrong number and an equaliser in the 94th minute. The Ropewalk has not been so loud since promotion.',
    section: 'sport',
    topics: ['football'],
    bylines: ['klara-nwosu'],
    dateline: 'The Ropewalk',
    kind: 'news',
    language: 'en',
    picture: 'football',
    published: { hoursAgo: 14 },
    updated: { hoursAgo: 11 },
    body: [
      p(
        'Luka Ferenc was on his way off when he scored. In the 88th minute of a derby that Port Linnet Rovers were losing, the fourth official raised a board with his number on it, the centre-half trotted forty metres towards the bench, and there his manager, Hanne Okoye, turned him round by the shoulders. She had asked for number nine. The board, upside down, had said six. Six minutes later Ferenc, still on the pitch and by then playing anywhere he was shouted at to play, met a corner at the far post, and it finished 2–2.',
      ),
      p(
        'A crowd of 11,870, the largest here for four seasons, had by that time passed through most of what a crowd can. Rovers led after seven minutes, when Ayo Delacroix bent a free kick round a wall that seemed to have been built by committee. Castle Athletic, second in the table and better with the ball, were level by half-time through Sven Marić, whose shot went in off the heel of his own captain.',
      ),
      p(
        'The match tipped in the 57th minute. Goalkeeper Ellis Vane came out to a through ball, got there late and was sent off; it was harsh only in the sense in which rain is. His replacement, Pawel Achebe, is nineteen and had never played in the league. His first touch was to pick Marić’s penalty out of the net. His second, third and fourth were saves of such quality that the away end, to its credit, clapped the last of them.',
      ),
      alsoRead('week-ahead'),
      p(
        'Okoye did not retreat. She went to three at the back, pushed her full-backs on and told the ten who were left, as she put it afterwards, “to be annoying”. They were. Rovers won six corners in the last quarter of an hour and put five of them under the crossbar. The sixth went long, over the goalkeeper’s fists, to where nobody was marking Ferenc because he had been seen to leave.',
      ),
      quote(
        'I thought I had been taken off. I was thinking about what to have for dinner. Then the ball was there.',
        'Luka Ferenc',
      ),
      p(
        'Athletic’s manager, Rob Tindall, complained to the referee for some minutes that a player once shown the board must go. The rules say otherwise: a substitution is complete only when the new man steps on to the field. “I know the law,” said Tindall. “I was complaining in general.” He has lost neither of his two derbies and won neither of them.',
      ),
      table(
        'Top of the table after 31 matches',
        ['', 'Club', 'Goals', 'Points'],
        ['1', 'Northgate United', '58–24', '66'],
        ['2', 'Castle Athletic', '55–31', '60'],
        ['3', 'Port Linnet Rovers', '49–33', '57'],
        ['4', 'Sallow Town', '44–35', '53'],
      ),
      p(
        'The draw leaves Rovers third, three points behind Athletic with seven matches to play; the top two go up. Vane will be suspended for two of those, so Achebe starts at Sallow Town on Saturday. He was asked the next day whether he had slept at all. He had been on the last Line 4 tram with a few hundred supporters, he said, and they had wanted to talk about the third save, and the driver had gone round the loop twice.',
      ),
      relatedNews('tram-strike-averted', 'rowing-head', 'velodrome'),
      p(
        '**Rovers**: Vane (sent off 57); Osei-Lind, Ferenc, Tarrant; Quaye, Bo, Hallam, Ruiz (Achebe 58); Delacroix, Njie, Pratt.',
      ),
    ],
  },
  {
    key: 'rowing-head',
    headline: 'Orle Head: university crew beats the record, and is beaten by the wind',
    kicker: 'Rowing',
    standfirst:
      'Four miles, 212 crews and a north-easter that rewrote the results after lunch. The winners were the ones with an early number.',
    section: 'sport',
    topics: [],
    bylines: ['klara-nwosu'],
    dateline: 'River Orle',
    kind: 'news',
    language: 'en',
    picture: 'rowing',
    published: { hoursAgo: 35 },
    body: [
      p(
        'In a head race you do not see whom you are racing. Crews set off one at a time, ten seconds apart, and row as hard as they can at nobody, and hours later somebody pins up a sheet of paper. On Sunday the paper said that the quickest eight from Mill Weir to the lifting bridge was the city’s own Tideway Club, in 17 minutes 41.2 seconds. It did not say that they had been the fourth boat off, and that this was the race.',
      ),
      p(
        'At ten in the morning the Orle lay like poured tin. At a quarter past twelve the wind got up against the tide, and from then on the last mile below Ferry Stairs was a field of short brown waves. The university’s first eight, drawn at number 118 by a coin that their president will not be allowed to toss again, went through the two-mile mark in 8 minutes 22, faster than any crew in the seventy years of the event. They reached the bend, shipped water for a mile and finished seventh.',
      ),
      pullQuote(
        'For two miles we were the fastest crew there has ever been. Then we were a bath.',
        'Imke Rowlands, university stroke',
      ),
      p(
        'Ten boats sank, all in the shallows and without harm, in the span of half an hour. At ten to one the chief umpire, Desmond Ayling, stopped the start with 41 crews still waiting above the weir in their lycra and blankets. It was the right decision, taken on the information he had. He was thanked for it by nobody until about four o’clock, when he found a tin of shortbread on his launch.',
      ),
      alsoRead('lifting-bridge'),
      p(
        'I rowed this course once, in a boat that came ninety-third, and what I remember is the quiet under the bridge: four seconds in which you hear your own crew and no one else. Tideway’s cox, Benny Laurent, told me that he had saved a sentence for it. He would not reveal what it was. Five, who is a curate, said he had not known that Benny knew the word.',
      ),
      table(
        'Open eights, first five',
        ['', 'Crew', 'Start', 'Time'],
        ['1', 'Tideway Club I', '4', '17:41.2'],
        ['2', 'Harbour Police', '9', '17:58.0'],
        ['3', 'Orle Yard Apprentices', '22', '18:01.7'],
        ['4', 'Northgate', '11', '18:03.3'],
        ['5', 'Tideway Club II', '31', '18:20.9'],
      ),
      p(
        'The women’s pennant went to the Infirmary crew by a second and a half, in a race decided wholly before the wind; the veterans’ cup, for an average age above sixty, to a boat from the pilots’ association that steered so close to the bank it was fishing. Third among the open eights were the shipyard apprentices, who took up the sport last spring, in a hull they had built themselves.',
      ),
      relatedNews('shipyard-order', 'hospital-sleep', 'rovers-derby'),
      p(
        'The committee meets on Thursday to discuss whether crews in future should start in the order of last year’s finish or by lot, as now. A third party is for going back to bed when the forecast says north-east. The 41 who never started will have their fees returned, less two crowns for the tea.',
      ),
    ],
  },
  {
    key: 'velodrome',
    headline: 'The boards are back: Docklands velodrome reopens with a track made from its own roof',
    kicker: 'Cycling',
    standfirst:
      'Closed since a leak in 2019, the 250-metre oval has been relaid by volunteers and a retired boatbuilder. The first evening broke two records and one collarbone.',
    section: 'sport',
    topics: ['city-budget'],
    bylines: ['klara-nwosu'],
    dateline: 'East Dock',
    kind: 'feature',
    language: 'en',
    picture: 'velodrome',
    published: { hoursAgo: 102 },
    body: [
      p(
        'There is a smell that goes with a wooden track, of resin, rubber and liniment, and since 2019 nobody in this city had smelt it. On Friday evening they unlocked the doors at East Dock and people stood about in the entrance, breathing. Then someone rolled a bike down the banking, and the sound came: a low drumming, like a train in the next valley.',
      ),
      p(
        'The velodrome was put up in 1988 as part of a plan to bring the abandoned docks to life, of which it was the only part to be finished. Water came through the roof in the wet autumn of 2019. By the time that anybody had agreed on who was responsible, eleven of the forty-two bays of the track had lifted like the lid of a tin. The council’s estimate for a new one, in Siberian pine, was 1.9 million crowns, and there the matter seemed likely to rest.',
      ),
      h2('A roof becomes a floor'),
      p(
        'It was Gunnar Teixeira who looked up. A boatbuilder for forty-four years, he had come to measure the hall for a furniture auction, and he noticed that the old roof, which was to be stripped and burned, rested on laminated beams of slow-grown larch. “Most of it was dry as a biscuit,” he says. “I counted, and I went out to the van and counted again. There was a track up there and a bit over for a bench.”',
      ),
      p(
        'The beams came down in a single piece and were sawn at Orle Yard into 58 kilometres of strip, each four centimetres wide. Over two winters 130 people nailed it. The nails alone, 340,000 of them, driven at a slant so that no head shows, took up a year and a half of Tuesdays and Thursdays. The whole cost 388,000 crowns, of which the council gave half.',
      ),
      alsoRead('shipyard-order'),
      p(
        'You ride a banking by believing in it. At 42 degrees the steepest part looks from the bottom like a wall somebody has pushed you towards, and the only safe speed is more. Sara Lindholm-Cruz, who is sixteen and learned on the car park outside, went round on Friday in 15.31 seconds for a flying lap, the best by a junior in the region. She describes the line through the second turn as “a place where you stop steering and it steers you”.',
      ),
      image('shipyard', 'Orle Yard, where the roof beams were sawn into strips.'),
      p(
        'The other mark to fall was older. Marion Dacre, 71, set the hall’s first hour record for her age group in the week it opened; she has now taken 214 metres off the one she set at 66, on the same steel bicycle. The collarbone belongs to the deputy mayor, who had cut the ribbon, and accepted an invitation.',
      ),
      relatedNews('budget-vote', 'council-notebook', 'rovers-derby'),
      p(
        'Whether the doors stay open is a question of heating. The hall costs 9,000 crowns a month to run and the club has promises for six months. It will let the infield for badminton, and has offered the schools a morning each. A decision on a yearly grant is down for the next meeting of the council, at which, it is understood, the deputy mayor means to speak in favour, with one arm.',
      ),
      factBox('Having a go', [
        '**Taster sessions**: Wednesdays at 18.00 and Sundays at 10.00, 9 crowns with bike and helmet',
        '**Age**: from nine; children must be able to reach the pedals of the smallest bike, which is blue',
        '**Bring**: gloves, a bottle and shoes without laces',
      ]),
      p(
        'The track has no brakes on it anywhere. Neither do the bicycles, and the coaches recommend learning that first.',
      ),
    ],
  },
]
