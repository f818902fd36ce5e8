import { alsoRead, type DemoStory, divider, ol, p, pullQuote, quote, relatedNews } from '@/db/demo-edition/writing'

/** Three columns in three voices: the paper’s own, a reader’s and a scientist’s. */
export const opinionStories: DemoStory[] = [
  {
    key: 'opinion-benches',
    headline: 'In praise of the bench that lets you lie down',
    kicker: 'Peter Lindqvist',
    standfirst:
      'The city is about to buy four hundred seats with an armrest in the middle. I have sat on one, and I have a confession to make.',
    section: 'opinion',
    topics: ['city-budget'],
    bylines: ['peter-lindqvist'],
    dateline: 'Port Linnet',
    kind: 'opinion',
    language: 'en',
    picture: 'park-bench',
    published: { hoursAgo: 16 },
    body: [
      p(
        'In 2009 I wrote in this space that the benches on the Esplanade were a disgrace, that men slept on them, and that the council should do something. The council, which in those days read me, did. It put an iron hoop in the middle of every one. I have come to say that I was wrong, and that I found out in the usual way, by getting older.',
      ),
      p(
        'What happened was a Tuesday. I had walked out to the breakwater against my doctor’s advice and come back with his full agreement. I needed to put my feet up, not as an expression. I tried the first bench, the second and the third. I am one metre ninety. There is no way to fold such a man round a hoop that does not look like a plea for help, and a kind woman duly rang for an ambulance.',
      ),
      p(
        'The four hundred new seats in the [budget](story:budget-vote) are handsome things of larch and cast iron. The hoop has become an “intermediate armrest”, and the catalogue explains that it helps the elderly to rise. It may. My friend Gudrun, who is 86 and does not rise so much as negotiate, tells me that she uses the end one, like everybody else, because it is at the end.',
      ),
      alsoRead('rent-register'),
      p(
        'Let us say what the armrest is for. It is there so that people with nowhere to sleep will go and not sleep somewhere else. It is a decision about housing, taken by the parks department, in iron. And it works, in the sense that the men I complained about are no longer on the Esplanade. Last winter I met one of them in the doorway of the savings bank. He remembered the column.',
      ),
      pullQuote('It is a decision about housing, taken by the parks department, in iron.'),
      p(
        'I asked the department what a bench costs without it. Eleven crowns less, said a helpful young man, because there is one casting fewer. So we are about to spend 4,400 crowns on making four hundred benches worse. With that sum one could keep the shelter in Tanner Street open for nine more nights. I have done the division twice.',
      ),
      p(
        'It will be said that nobody wants to eat a sandwich beside a sleeping man. I have eaten a great many sandwiches, some of them beside councillors, and I can report that the sleeping are quieter and leave more room. A city is a place where strangers may be tired in public. That is nearly the whole of what it offers over a village.',
      ),
      relatedNews('terraces-retrofit', 'library-hours'),
      p(
        'The order goes out at the end of the month. It is a matter of crossing out one line. If the council would like to blame someone for the change of heart, it has my name and my permission, and knows where I can be found on a fine afternoon: upright, regrettably.',
      ),
    ],
  },
  {
    key: 'opinion-quiet-carriage',
    headline: 'Leave us the quiet carriage. Some of us are on our way home from work',
    kicker: 'Reader’s view',
    standfirst:
      'The railway wants to give up the one coach in which nobody telephones. A night nurse asks it to think again.',
    section: 'opinion',
    topics: ['health'],
    bylines: [{ name: 'Oonagh Petrescu' }],
    dateline: 'Upper Orle',
    kind: 'opinion',
    language: 'en',
    picture: null,
    published: { hoursAgo: 43 },
    body: [
      p(
        'I take the 7.52 from Port Linnet to Upper Orle, four mornings a week, in the last coach. I don’t know the names of the people I travel with. One mends lifts. One is a baker, I think, from the flour in the seams of his shoes. We have been going home together for six years and have never spoken. I would miss them terribly.',
      ),
      p(
        'Last month a notice went up to say that the quiet carriage is “under review”. The railway says too few people know the rule, the guards don’t like enforcing it, and on the evening trains it stands half empty while people are on their feet in the others. All true, I’m sure. But somebody in an office has looked at the evening and decided about the morning.',
      ),
      p(
        'Here is what a night is. Ten hours, twenty-eight patients, two of us. An alarm that means something, another one that doesn’t, and you have to go to both. A son who shouts because he’s frightened. By seven I have been spoken to, or bleeped at, without a gap for longer than most people are awake. It isn’t that I want to sleep on the train. I couldn’t. I want forty minutes in which nothing is addressed to me.',
      ),
      quote(
        'The rule is not “be silent”. The rule is “not at me”.',
        'A fellow passenger, in a note passed across the aisle',
      ),
      p(
        'This paper has reported what [noise does to patients](story:hospital-sleep), and good for the people who measured it. The staff walk out of the same noise into the same morning. A woman on my ward drove into a parked van on the ring road in February, after a night just like that. She had stopped taking the train, she told me, because of the telephones.',
      ),
      alsoRead('tram-strike-averted'),
      p(
        'So I would like to make an offer. Keep the coach as it is on trains before nine and after ten at night, when those who use it are the ones who need it. Let it go in between. Put the sign where you can read it before you sit down and not after. And tell the guards they needn’t do a thing. We’ll manage. A baker can look at a man in such a way that he finishes his call in the vestibule.',
      ),
      p(
        'It costs nothing. There is hardly anything else left in the day that costs nothing and does some good. I’m told the review closes on Friday. I shall be on the 7.52, in the last coach, not saying a word.',
      ),
    ],
  },
  {
    key: 'opinion-leap-second',
    headline: 'We have agreed to lose touch with the sun, one second at a time',
    kicker: 'Sabine Ferreira',
    standfirst:
      'By 2035 the leap second will be gone. The engineers are right to be glad, and I mean to mourn it anyway.',
    section: 'opinion',
    topics: ['space'],
    bylines: ['sabine-ferreira'],
    dateline: 'Port Linnet',
    kind: 'opinion',
    language: 'en',
    picture: null,
    published: { hoursAgo: 310 },
    body: [
      p(
        'On the last night of 2016 I stood on the roof of the laboratory with a radio, a thermos and two colleagues who had been promised fireworks. We were there for something else. At one second before midnight, universal time, the pips did what they had done only twenty-six times before: they counted a sixtieth second, 23:59:60, and only then let the year end. It was over before my colleague could ask if that was it.',
      ),
      p(
        'It may have been the last. In November 2022 the General Conference on Weights and Measures, meeting at Versailles, resolved that the gap between our clocks and the turning Earth shall be allowed to grow beyond its present limit “in, or before, 2035”. For half a century that limit has been nine-tenths of a second. Whatever replaces it is to last for at least a hundred years.',
      ),
      p('The case for this is so good that I shall put it first, and fairly:'),
      ol(
        'The Earth is a poor clock. It slows with the tides, it is jogged by its own molten core, and it never says more than a few months ahead what it will do next.',
        'Computers hate a minute of sixty-one seconds. In 2012 the one at the end of June brought down websites and an airline’s check-in desks.',
        'Of late the planet has been turning a little faster. Sooner or later somebody might have had to take a second away, which has never been tried.',
      ),
      p(
        'And nobody will notice. Left alone, the clock and the sun would drift apart by about a minute in the course of a century. We move ourselves by an hour twice a year for reasons that few can recall. In Port Linnet, whose clocks keep the time of a meridian well to the east, the sun stands highest some twenty minutes after noon, and I have yet to read a letter about it.',
      ),
      relatedNews('comet-visible', 'tide-tables'),
      p(
        'Why mourn, then? Because the leap second was a courtesy. From the first shadow on the first stick, time has been something that we read off the sky. In 1967 we handed the second to an atom of caesium, which was wise. But in 1972 we added a clause: every so often the perfect clock would stop and wait for the imperfect world. Ships’ navigators had asked for it. They took their position from the stars, and a second at the equator is a matter of 460 metres.',
      ),
      pullQuote('Every so often the perfect clock would stop and wait for the imperfect world.'),
      p(
        'I find that moving, and I’m aware it’s not an argument. I have spent years of my life on the tide, which keeps the moon’s time and has never been told of ours. Every instrument I own is more exact than the thing it measures. It does a person good, now and again, to see the instrument give way.',
      ),
      divider,
      p(
        'There will probably be a remedy: a leap minute, perhaps, in a hundred years or so, left for people who have not been asked. We are good at such arrangements. They will curse us on a roof, with a thermos, and I hope they’ll have someone there to miss it. Until then, if the Earth should ask for one more, I know where I shall be.',
      ),
    ],
  },
]
