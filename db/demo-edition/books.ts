import { alsoRead, type DemoStory, divider, p, quote, relatedNews } from '@/db/demo-edition/writing'

/** Books, bookshops and libraries, two of the stories in other scripts than Latin. */
export const bookStories: DemoStory[] = [
  {
    key: 'bookshop-fifty',
    headline: 'Fifty years, one shelf too many: the Inkwell counts its birthdays in damp',
    kicker: 'Bookshops',
    standfirst:
      'The shop on Oyster Street has outlived two floods, a chain and its own roof. Its owners explain how to sell a book by refusing to.',
    section: 'books',
    topics: ['harbour'],
    bylines: ['dev-anand-rao'],
    dateline: 'Oyster Street',
    kind: 'feature',
    language: 'en',
    picture: 'bookshop',
    published: { hoursAgo: 33 },
    body: [
      p(
        'At the Inkwell the lowest shelf is always empty. Customers take it for a display that has sold out, and Constance Bell does not correct them. On the doorpost beside it are four brass screws, each with a date, and the highest of them, for a night nineteen years ago, is level with her knee. “Below the second screw I put nothing that can’t swim,” she says.',
      ),
      p(
        'The shop turns fifty this week. Bell opened it with her husband Amir in a former chandler’s store on Oyster Street, with 1,100 books, of which 400 were their own. It holds some 23,000 today on two floors and a landing, and employs five. Last year it made a profit of 7,940 crowns, the fourth best in its history. The best came in the year that a chain opened across the way, on the corner where there is now a gym.',
      ),
      p(
        'How a shop of this size stays alive is a question that trade conferences invite Amir Bell to answer. He goes, because they are generally held near a good second-hand dealer, and tells them that he has no idea. Pressed, he mentions three habits. The shop never discounts. It keeps a book for seven years before giving it up. And it will talk a customer out of a purchase.',
      ),
      quote(
        'A woman wanted the big new novel for her father. I asked about him and sold her a book on pigeons. She was back in a week, and so was the father, and so in the end were several pigeon men.',
        'Amir Bell',
      ),
      alsoRead('novel-review'),
      p(
        'The card index in which such matters are recorded takes up eleven drawers. It lists customers by name and what they loved, with now and then a caution: “no dogs dying”, “says she likes poetry”, “lend, don’t sell”. Nobody but the staff may look. A former mayor’s card was once requested by a biographer, and Constance Bell replied that she would sooner hand over the till.',
      ),
      p(
        'There have been bad years. In the second flood, which came on a Sunday, neighbours formed a chain up the stairs and saved everything above the third shelf; the crime section was lost, and readers brought their own copies to restock it, some with the last page thoughtfully removed. Part of the roof came down in 2013. The rent, set by a landlord who reads, went up this year by less than it could have.',
      ),
      relatedNews('harbour-insurance', 'rent-register', 'library-hours'),
      p(
        'A successor has been found. Jun Okafor, 34, who has run the children’s floor since leaving school, will buy the business over ten years out of what it earns. He means to change hardly anything. There will be a second chair on the landing. There is to be a website, which the Bells have agreed to on condition that it lists the books the shop does not have, with advice on where to borrow them.',
      ),
      p(
        'The party is on Saturday from four. Each guest is asked to bring back a book bought there that is no longer needed, with a note on the flyleaf to whoever comes next. These will go on the bottom shelf, for the one night; the tide tables have been consulted.',
      ),
    ],
  },
  {
    key: 'novel-review',
    headline: 'A novel about a lighthouse inspector who cannot find anything wrong',
    kicker: 'Fiction',
    standfirst:
      'Lidia Karvonen’s third book, “The Relief”, is funny about paperwork and quietly terrifying about solitude.',
    section: 'books',
    topics: [],
    bylines: ['dev-anand-rao'],
    dateline: 'Port Linnet',
    kind: 'review',
    language: 'en',
    picture: 'novel',
    published: { hoursAgo: 124 },
    body: [
      p(
        'August Tarn inspects lighthouses. He arrives by boat with a case of gauges and a form of sixty-four questions, stays two nights, marks down the keeper for dust, and goes. In eighteen years he has never passed a station without remark; he regards a clean report as a failure of looking. Then he is landed at Skerrow, in the far north, where everything is as it should be.',
      ),
      p(
        'From this small vexation Lidia Karvonen has made a novel of 212 pages that I began on a tram and finished on a bench at the terminus with the depot lights going out. Her first two books were admired for their landscapes and put down, I suspect, by a number of admirers around the middle. _The Relief_ has landscape too, but it has been given a motor. The boat that ought to fetch Tarn doesn’t come. The form has one box empty. The keeper, a courteous man called Ewart, keeps asking what he has found.',
      ),
      p(
        'Much of the book is comedy. Karvonen has a perfect ear for official prose (“Q. 41: Is the occupant’s demeanour consistent with the efficient exhibition of the light?”) and lets the questions break in on the story at the moments when Tarn can least bear them. There is a scene with a boiled egg, a ruler and a declaration in triplicate that made me laugh until a stranger moved seats.',
      ),
      alsoRead('printing-press'),
      p(
        'By degrees one stops. It is never said that anything is amiss at Skerrow. The lens is bright, the log is entered at each hour in a hand that does not vary, and Tarn, who is nobody’s fool, starts to wonder about the hand. What does a man do with himself in a place where nothing needs doing? Who has been writing in the margins of the tide table, and to whom? The dread is all in the good order.',
      ),
      p(
        'I have one quarrel. At about page 150 we go back to the inspector’s childhood for a chapter, and a dead brother is brought forward to account for his fussiness. He is a well-written brother. But the Tarn we have come to know needs no accounting for; he is a man who checks, and most readers will have recognised him by his second gauge, possibly in the mirror.',
      ),
      divider,
      p(
        'The last thirty pages are as fine as anything I have read this year. Karvonen declines both of the endings that she has let us expect, and finds a third, in which question 64 is answered by the wrong person and in four words. I turned back at once to see whether she had cheated. She had not. It had been there since the boat.',
      ),
      relatedNews('bookshop-fifty', 'undersea-cables', 'opinion-leap-second'),
      p(
        '_The Relief_ by Lidia Karvonen is published by Saltmarsh Press at 19 crowns. The author reads at the Inkwell, Oyster Street, on Thursday at seven; the shop asks that questions be kept below sixty-four.',
      ),
    ],
  },
  {
    key: 'monsoon-street',
    headline: 'मानसून गली में बारिश का हिसाब छाते रखते हैं',
    kicker: 'शहर और मौसम',
    standfirst:
      'बंदरगाह के पीछे की इस छोटी-सी सड़क का नाम उन नाविकों ने रखा था, जो हवा के साथ आते थे और हवा के साथ लौट जाते थे। तीन दिन की झड़ी में हमने देखा कि उस नाम में आज भी कितना पानी है।',
    section: 'culture',
    topics: ['harbour', 'climate'],
    bylines: ['rohini-kulkarni'],
    dateline: 'पोर्ट लिनेट',
    kind: 'feature',
    language: 'hi',
    picture: 'monsoon-street',
    published: { hoursAgo: 27 },
    body: [
      p(
        'सुबह के साढ़े छह बजे हैं और रमेश साल्वी ने अपनी दुकान का शटर बस आधा उठाया है। पूरा उठा दें तो पानी सीधे काउंटर तक चला आता है। दीवार पर टँगे कैलेंडर के हर ख़ाने में पेंसिल से एक संख्या लिखी है: उस दिन मरम्मत के लिए कितने छाते आए। सोमवार को ग्यारह, मंगलवार को छब्बीस, कल इकतालीस। “मौसम विभाग बारिश को मिलीमीटर में नापता है,” वे एक मुड़ी हुई तीली सीधी करते हुए कहते हैं, “मैं टूटी तीलियों में नापता हूँ। हमारा हिसाब अक्सर मिल जाता है।”',
      ),
      p(
        'इस बार भी मिल गया। वेधशाला के अनुसार पोर्ट लिनेट में पिछले तीन दिनों में 118 मिलीमीटर पानी बरसा, यानी लगभग उतना, जितना यहाँ आम तौर पर डेढ़ महीने में गिरता है। मानसून गली बंदरगाह के इलाक़े की सबसे निचली सड़क है। ऊपर की चार सड़कों का पानी यहीं उतरता है और ज्वार चढ़ा हो, तो नीचे से नदी भी उसे रोक लेती है। बुधवार दोपहर को गली के बीच में घुटनों से थोड़ा नीचे तक पानी था, और उस पर संतरे के छिलके बड़े इत्मीनान से तैर रहे थे।',
      ),
      p(
        'नाम पुराना है। उन्नीसवीं सदी में जो जहाज़ हिंद महासागर से आते थे, उनके नाविकों में बहुत-से लोग कोंकण, मालाबार और सिलहट के थे। वे मानसून की हवा के सहारे चलते और पतझड़ में यहाँ पहुँचते। फिर वापसी का जहाज़ मिलने तक उन्हें महीनों इसी सड़क के सराय-घरों में इंतज़ार करना पड़ता था। नगर अभिलेखागार के 1871 के एक रजिस्टर में सड़क का सरकारी नाम “लोअर केबल लेन” है, पर हाशिये में किसी मुंशी ने लिख दिया है: “जिसे सब मानसून कहते हैं।” सौ साल बाद नगर परिषद ने भी हार मान ली और तख़्ती बदल दी।',
      ),
      alsoRead('harbour-history'),
      p(
        'गली के मोड़ पर ज़ुबैदा क़ुरैशी की चाय की दुकान है, जो बारिश में बंद नहीं होती, सिर्फ़ ऊपर खिसक जाती है। भट्ठी को ईंटों के एक चबूतरे पर चढ़ा दिया जाता है और ग्राहक सामने की सीढ़ियों पर क़तार में बैठ जाते हैं, सबसे लंबे लोग सबसे नीचे। तख़्ते पर खड़िया से लिखा है: “उधार पानी उतरने तक।” मैंने पूछा कि इससे घाटा नहीं होता? “उल्टा होता है,” वे बोलीं। “जो आदमी भीगा हुआ आपके यहाँ बैठा हो, वह पैसे देना नहीं भूलता। भूलते वे हैं जो धूप में आते हैं।”',
      ),
      p(
        'हँसी-मज़ाक के नीचे एक असली चिंता भी है। पंद्रह साल पहले यहाँ साल में दो-तीन बार पानी भरता था; पिछले साल चौदह बार भरा। गली के बासठ घरों में से उन्नीस का बीमा अब या तो रद्द हो चुका है या इतना महँगा है कि लोगों ने ख़ुद छोड़ दिया। नगर परिषद के जल-निकासी इंजीनियर ओवेन बैप्टिस्ट मानते हैं कि 1908 का नाला अब छोटा पड़ता है। नया नाला और ज्वार रोकने वाला फाटक मिलाकर चालीस लाख क्राउन का ख़र्च है। योजना तैयार है, तारीख़ नहीं।',
      ),
      relatedNews('tide-gauge', 'harbour-insurance', 'budget-vote'),
      p(
        'तारीख़ का इंतज़ार करने के बजाय गली ने अपना नक़्शा बना लिया है। दस साल की तारा मेनन और उसकी कक्षा के बच्चों ने हर खंभे पर रंगीन निशान लगाए हैं: हरा यानी जूते भीगेंगे, पीला यानी मोज़े भी, लाल यानी आज स्कूल का रास्ता ऊपर वाली सड़क से। धारा की रफ़्तार वे काग़ज़ की नाव और एक घड़ी से नापते हैं। तारा की कॉपी में पिछले चार महीनों की सत्ताईस नावों का ब्योरा है, और एक टिप्पणी भी: “अख़बार की नाव सबसे तेज़ चलती है। किताब के पन्ने की नाव नहीं बनानी चाहिए।”',
      ),
      p(
        'इंजीनियर साहब ने वह कॉपी माँगकर देखी है। उनका कहना है कि बच्चों के आँकड़ों से पहली बार पता चला कि पानी बीच से नहीं, बल्कि पुरानी सराय की दीवार के साथ-साथ बहता है, जहाँ किसी ज़माने में शायद एक नाली थी। अगले हफ़्ते वहाँ खुदाई होगी। अगर नाली सचमुच निकली, तो उसे साफ़ करने भर से आधा पानी उतर सकता है, और उसमें चालीस लाख नहीं, चालीस हज़ार लगेंगे।',
      ),
      p(
        'शाम को बारिश थमी, तो सड़क पर वही आवाज़ लौटी जो यहाँ के लोग सबसे पहले पहचानते हैं: दर्जनों झाड़ू एक साथ। रमेश जी ने शटर पूरा उठाया और मरम्मत किए हुए छाते बाहर रस्सी पर टाँग दिए, काले, चारख़ाने वाले, एक बच्चे का पीला छाता जिस पर बत्तख़ बनी थी। फिर पेंसिल उठाकर आज के ख़ाने में लिखा: तैंतीस। “कल धूप निकलेगी,” उन्होंने आसमान देखे बिना कहा। “कल लोग इन्हें लेने आएँगे, और आधे लोग फिर यहीं भूल जाएँगे।”',
      ),
    ],
  },
  {
    key: 'old-library',
    headline: 'أمينة الفهرس: الأيام الأخيرة في المكتبة القديمة قبل نقل كتبها',
    kicker: 'مكتبات',
    standfirst:
      'تُغلق المكتبة القديمة المطلّة على ميناء بورت لينيت أبوابها عامًا ونصف العام للترميم. أما الكتب فلها مستودع ينتظرها، وأما ذاكرة القرّاء فلم يسأل أحد أين تُحفظ.',
    section: 'culture',
    topics: ['harbour'],
    bylines: ['amal-haddad'],
    dateline: 'بورت لينيت',
    kind: 'feature',
    language: 'ar',
    picture: 'old-library',
    published: { hoursAgo: 58 },
    body: [
      p(
        'تصل سلمى درويش إلى المكتبة القديمة قبل موعد فتحها بساعة، وتمشي في قاعة المطالعة على أطراف أصابعها مع أن القاعة خالية. فألواح الأرضية الخشبية تعود إلى عام 1874، وتحت اللوح الثالث من جهة النافذة صرير تعرفه وحدها، فتتجنّبه كي لا توقظ، كما تقول ضاحكة، «مَن ناموا على الرفوف». ثم تفتح النوافذ المطلّة على الميناء، وتترك رائحة البحر تدخل دقيقتين لا أكثر، وتغلقها بالترتيب نفسه.',
      ),
      p(
        'تعمل درويش أمينةً لهذه المكتبة منذ ستة وعشرين عامًا، وهي تعدّ الآن أيامها الأخيرة فيها بصورتها الحالية. ففي نهاية الشهر المقبل تُغلق القاعة ثمانية عشر شهرًا لترميم السقف وتجفيف الجدران، وتُنقل محتوياتها، وهي نحو 41 ألف مجلّد، إلى مستودع خلف محطة القطار تُضبط فيه الحرارة والرطوبة. وتبلغ كلفة المشروع مليونين و400 ألف كراون، تدفع البلدية ثلثيها وتتكفّل الجمعية الإقليمية بالباقي.',
      ),
      p(
        'غير أن ما يشغل الأمينة ليس الكتب، فالكتب كما تقول «تعرف كيف تسافر». يشغلها الفهرس: خزانة من خشب الجوز فيها 112 درجًا، وفي الأدراج بطاقات كتبها بخط اليد تسعة أمناء تعاقبوا على المكان. وقد جرت العادة منذ البداية أن يدوّن الأمين على ظهر كل بطاقة شيئًا عن القارئ الذي طلب الكتاب: مهنته، والغرض من قراءته، وأحيانًا جملة قالها عند إعادته. على ظهر بطاقة كتاب في الملاحة نقرأ: «بحّار، أعاده مبتلًّا واعتذر من الكتاب لا منّي».',
      ),
      alsoRead('library-hours'),
      p(
        'وفي الركن الشرقي من القاعة مجموعة يندر أن يتوقعها الزائر في مدينة شمالية كهذه: 340 كتابًا عربيًا طُبع معظمها في القاهرة وبيروت وإسطنبول قبل عام 1890. جاء بها تاجر حبوب اسمه يوسف العطّار، رسا هنا شتاءً وعجز عن سداد رسوم الرصيف، فقبلت إدارة الميناء مكتبته رهنًا. ولمّا عاد بعد ثلاث سنوات بالمال وجد أن بحّارة من الإسكندرية وعدن يأتون كل مساء ليقرأ بعضهم لبعض، فدفع ما عليه وترك الكتب حيث هي.',
      ),
      quote('لا أحفظ ما في الكتب. أحفظ مَن طلبها، ومتى أعادها، وكيف كان وجهه حين أعادها.', 'سلمى درويش، أمينة المكتبة'),
      p(
        'مهندس الترميم، لوكا ستيبان، يقدّر هذا كله، لكنه يشير إلى السقف. فقد تسرّب الماء في الشتاء الماضي إلى سبعة مواضع، وبلغت الرطوبة في الجدار الغربي حدًّا بدأت معه الأغلفة الجلدية تتقشّر. ويقول إن التأجيل عامًا واحدًا آخر يعني أن «نرمّم قاعة لم يبقَ فيها ما يُقرأ». أما الفهرس فلا بند له في الميزانية، إذ نُقلت العناوين إلى الحاسوب عام 2003، ولم يخطر لأحد يومئذ أن يقلب البطاقات ليرى ما على ظهورها.',
      ),
      p(
        'لذلك تقلبها درويش بنفسها. فمنذ أشهر تبقى ثلاث أمسيات في الأسبوع مع طالبين متطوّعين وماسح ضوئي استعاروه من الجامعة، وقد صوّروا حتى الآن تسعة آلاف بطاقة من أصل 38 ألفًا. وبالوتيرة الحالية لن ينتهوا قبل الإغلاق، ولهذا وضعت ورقة عند الباب تطلب العون ممن يُحسن قراءة الخطوط القديمة. وفي الأسبوع الأول جاء أحد عشر شخصًا، بينهم صيدلي متقاعد قال إنه أمضى عمره يقرأ ما لا يُقرأ.',
      ),
      relatedNews('harbour-history', 'bookshop-fifty'),
      p(
        'ومن روّاد القاعة مروان خوري، وهو مهندس سفن في الثالثة والثمانين يأتي كل صباح ليقرأ صفحة واحدة من ديوان قديم ثم ينصرف. سألته إن كان سيذهب إلى المستودع ليكمل القراءة، فهزّ رأسه. بقيت له، بحسابه، خمسمئة صفحة وأربع، وسينتظر. وأضاف وهو يعدّل نظارته أن لديه سببًا وجيهًا الآن ليعتني بصحته، وأنه أبلغ طبيبه بذلك.',
      ),
      p(
        'في المساء، بعد أن انصرف الطالبان، أخرجت الأمينة من درجها بطاقة بيضاء وكتبت عليها عنوانًا لا وجود له على أي رفّ: «المكتبة القديمة». وفي خانة المستعير كتبت: «المدينة». ثم قلبت البطاقة وتركت ظهرها فارغًا، ووضعتها في آخر درج. قالت إنها ستملؤه حين تُعاد، وأطفأت المصباح، ومشت نحو الباب بخطى عادية هذه المرة، فصرّ اللوح الثالث.',
      ),
    ],
  },
  {
    key: 'old-library-english',
    headline: 'The keeper of the index: last days in the old library before its books move',
    kicker: 'Libraries',
    standfirst:
      'The old library above the harbour of Port Linnet closes for a year and a half of repairs. The books have a store waiting for them. Where the memory of its readers is to be kept, nobody has asked.',
    section: 'culture',
    topics: ['harbour'],
    bylines: ['amal-haddad'],
    dateline: 'Port Linnet',
    kind: 'feature',
    language: 'en',
    translationOf: 'old-library',
    picture: 'old-library',
    published: { hoursAgo: 56 },
    body: [
      p(
        'Salma Darwish comes to the old library an hour before it opens and crosses the reading room on tiptoe, although it is empty. The floorboards date from 1874, and under the third one from the window is a creak that she alone knows; she steps round it, she says with a laugh, so as not to wake “those who have fallen asleep on the shelves”. Then she opens the windows that look on the harbour, lets in the smell of the sea for two minutes and no more, and closes them in the same order.',
      ),
      p(
        'Darwish has kept this library for twenty-six years and is counting her last days in it as it is. At the end of next month the room closes for eighteen months, for the roof to be mended and the walls dried, and everything in it, some 41,000 volumes, goes to a store behind the railway station in which heat and damp are held in check. The work costs 2.4 million crowns. The city pays two thirds, the Regional Assembly the rest.',
      ),
      p(
        'It is not the books that trouble her; books, she says, “know how to travel”. It is the index: a walnut cabinet of 112 drawers, and in the drawers cards written by hand by nine keepers, one after another. From the beginning it was the custom to note on the back of each card something about the reader who asked for the book: their trade, what they wanted it for, sometimes a sentence they said when they brought it back. On the back of a card for a book on navigation stands: “A sailor. Returned it wet and apologised to the book, not to me.”',
      ),
      alsoRead('library-hours'),
      p(
        'In the eastern corner of the room is a collection that few visitors expect in a northern town like this one: 340 Arabic books, most of them printed in Cairo, Beirut and Istanbul before 1890. A grain merchant named Yusuf al-Attar brought them. He put in here one winter and could not pay for his berth, and the harbour office took his library as a pledge. When he came back three years later with the money, he found that sailors from Alexandria and Aden came every evening to read to one another. He paid what he owed and left the books where they were.',
      ),
      quote(
        'I do not remember what is in the books. I remember who asked for them, when they brought them back, and what their face was like when they did.',
        'Salma Darwish, keeper of the library',
      ),
      p(
        'Luka Stepan, the engineer who is to restore the room, values all of this, but points at the roof. Last winter water came through in seven places, and in the western wall the damp reached the point at which leather bindings begin to peel. To put it off by one more year, he says, would mean “to restore a room with nothing left in it to read”. The index has no line in the budget: its titles were copied to a computer in 2003, and it occurred to nobody then to turn the cards over and look at their backs.',
      ),
      p(
        'So Darwish is turning them over herself. For months she has stayed three evenings a week with two student volunteers and a scanner borrowed from the university; of 38,000 cards they have photographed nine thousand. At this rate they will not be done before the doors close, which is why a sheet of paper beside them asks for help from anyone who can read old hands. In its first week eleven people came, among them a retired pharmacist who said that he had spent his life reading what cannot be read.',
      ),
      relatedNews('harbour-history', 'bookshop-fifty'),
      p(
        'One of the regulars is Marwan Khoury, a naval engineer of eighty-three, who comes every morning, reads a single page of an old volume of verse and leaves. I asked him whether he would go to the store to read on. He shook his head. By his reckoning five hundred and four pages are left, and he will wait. He added, straightening his glasses, that he now had a good reason to look after his health, and had told his doctor so.',
      ),
      p(
        'In the evening, when the students had gone, the keeper took a blank card from her drawer and wrote on it a title that stands on no shelf: “The old library”. In the space for the borrower she wrote: “The city”. She turned the card over, left its back empty and put it at the end of the last drawer. She would fill it in when it came back, she said, and put out the lamp, and walked to the door with ordinary steps this time, and the third board creaked.',
      ),
    ],
  },
]
