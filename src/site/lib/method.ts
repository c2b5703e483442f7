/** The method page's text, written for each language. */
import type { Language } from '../../model/index.ts';

type Section = { readonly id: string; readonly title: string; readonly text: readonly string[] };
type Method = { readonly lead: string; readonly sections: readonly Section[] };

const en: Method = {
  lead: 'Marsad reads reports about armed conflict and keeps what each of them says, who says it, and the words in which it is said.',
  sections: [
    {
      id: 'reading',
      title: 'From a report to a claim',
      text: [
        'A report is kept as it was fetched, with its address, its time and a hash of its bytes. The reader then divides it into its parts and finds claims: somebody says that something happened, is planned, or is denied.',
        'Each claim keeps its exact words. They carry a highlighter’s stroke in the text, and a number leads to the note beside them. The first line of a note says who says so, the nearest speaker first: a witness, then the one who passed the words on, then the publisher. Several notes in a row by one speaker name them once.',
        'Nothing is filled in that no words carry. What was inferred says so. What is not stated stays absent: no toll is not a toll of nought.',
      ],
    },
    {
      id: 'records',
      title: 'From claims to a record',
      text: [
        'Claims about one happening make a record. Where they disagree, both stay, each with its speaker. A record is never overwritten: a change makes a new version, and the older ones can still be read.',
      ],
    },
    {
      id: 'notation',
      title: 'The notation',
      text: [
        'The same marks stand in the margin, on records and in print, and a word always stands beside them. Only what a speaker says is so has a solid mark.',
      ],
    },
    {
      id: 'certainty',
      title: 'Where, when, how sure',
      text: [
        'A place is never shown more exactly than it is known: a town’s name means somewhere in the town, a country’s somewhere in the country. Where a place was made coarser on purpose, the note says so. A time or place that a claim does not state is the report’s own, told once above the first note. A date that is not stated is an interval with its grounds. A number that two speakers give differently is two numbers.',
        'How sure the reading is stands in words and as a number between 0 and 1. It says how likely the reader has understood the words rightly, not how likely the words are true. From 0.90: very likely; from 0.70: likely; from 0.50: more likely than not; from 0.30: unsure; below: doubtful. The number is the reader’s own weight so far: it has not yet been calibrated against reports that people checked.',
      ],
    },
    {
      id: 'machine-read',
      title: 'Machine-read and reviewed',
      text: [
        'A dashed line under «machine-read» marks what nobody has yet checked. It can be wrong, and every page that shows such things says so. A full frame marks what a person confirmed or corrected; no machine changes it afterwards.',
      ],
    },
    {
      id: 'withheld',
      title: 'What is withheld, and why',
      text: [
        'Places that could put people in danger, such as hospitals, shelters, checkpoints and villages, are shown as the wider area. Private persons are named by their role. Recent events wait before they are shown. Where words had to be left out, […] stands in their place.',
        'The text of a report belongs to its publisher. Unless its terms allow more, readers see the headline, the words of claims and a link.',
      ],
    },
    {
      id: 'verify',
      title: 'How to check a capture',
      text: [
        'Every report shows where and when it was fetched, and the beginning of the SHA-256 hash of the bytes as they came. Whoever has the same file, from the publisher or from an archive, can work out its hash (on most systems: sha256sum FILE) and compare; equal hashes mean equal bytes. A page that its publisher has changed since gives another hash: that tells of a change, not of a fault here.',
        'The bytes themselves are kept by the observatory and never changed. They are not handed out where the text is its publisher’s.',
      ],
    },
    {
      id: 'voices',
      title: 'Who is named, and who is not',
      text: [
        'Under a headline stands the outlet that published the report, with its byline where it has one. What Marsad adds has no author: it is made by rule, and says so.',
        'Whoever a report leaves unnamed stays unnamed, in the report’s own words: «a source», «residents». Such a voice is never counted as the outlet’s own, and two such voices are not taken for one. A private person who is named in a report is shown by role.',
      ],
    },
    {
      id: 'sentences',
      title: 'Sentences about records',
      text: [
        'The sentence that stands over a record, and those under «what is known», are not quotations and not translations. They are made by rule from the record’s own values, in English and in Arabic alike, so that a report in one language has its brief in the other. Words that no table holds in the other language stay in their own script.',
      ],
    },
    {
      id: 'owner',
      title: 'The owner’s view',
      text: [
        'Whoever looks from the machine on which this observatory runs sees full texts and exact places, and a line at the top says so. Everybody else sees less. The link in that line shows the page as others see it.',
      ],
    },
  ],
};

const ar: Method = {
  lead: 'يقرأ مرصد التقارير عن النزاعات المسلحة، ويحفظ ما يقوله كلٌّ منها، ومن قاله، والألفاظ التي قيل بها.',
  sections: [
    {
      id: 'reading',
      title: 'من التقرير إلى الإفادة',
      text: [
        'يُحفظ التقرير كما جُلب، مع عنوانه ووقت جلبه وبصمة محتواه. ثم يقسّمه القارئ الآلي إلى أجزائه ويستخرج منه الإفادات: أن يقول أحدٌ إن أمرًا وقع، أو إنه مزمَع، أو ينفيه.',
        'تحتفظ كل إفادة بألفاظها كما وردت. تظهر الألفاظ في النص معلَّمة كما يعلّمها القلم، ويقود رقم إلى الحاشية بجانبها. السطر الأول من الحاشية يبيّن القائل، والأقرب أولًا: الشاهد، ثم من نقل عنه، ثم الناشر. وإذا توالت حواشٍ لقائل واحد ذُكر مرة واحدة.',
        'لا نملأ فراغًا لم تحمله الألفاظ. وما استُنتج يُذكر أنه مستنتَج. وما لم يُذكر يبقى غائبًا: غياب الحصيلة ليس حصيلة صفرية.',
      ],
    },
    {
      id: 'records',
      title: 'من الإفادات إلى السجل',
      text: [
        'الإفادات عن واقعة واحدة تؤلّف سجلًا. فإن اختلفت بقيت كلها، كلٌّ مع قائلها. ولا يُمحى سجل: كل تغيير نسخة جديدة، والنسخ الأقدم تبقى مقروءة.',
      ],
    },
    {
      id: 'notation',
      title: 'العلامات',
      text: [
        'العلامات نفسها في الحاشية والسجلات والنسخة المطبوعة، وبجانب كلٍّ منها كلمة دائمًا. والعلامة الممتلئة وحدها لما يخبر به القائل على أنه واقع.',
      ],
    },
    {
      id: 'certainty',
      title: 'أين ومتى وبأي ثقة',
      text: [
        'لا يُعرض مكان بأدقّ مما هو معروف: اسم المدينة يعني مكانًا ما فيها، واسم البلد مكانًا ما فيه. وحيث خُفّضت دقّة مكان عمدًا تقول الحاشية ذلك. وما لا تذكره الإفادة من وقت أو مكان فهو ما للتقرير، ويُقال مرة واحدة فوق أولى الحواشي. والتاريخ غير المذكور مدّة يُذكر دليلها. والعدد الذي اختلف فيه قائلان عددان.',
        'مدى الثقة مذكور بالكلمات وبرقم بين 0 و1. وهو يبيّن احتمال أن يكون القارئ الآلي قد فهم الألفاظ فهمًا صحيحًا، لا احتمال صدقها. من 0.90: مرجَّح جدًّا؛ من 0.70: مرجَّح؛ من 0.50: أقرب إلى الصواب؛ من 0.30: غير مؤكَّد؛ وما دون ذلك: مشكوك فيه. وهذا الرقم هو وزن القارئ الآلي نفسه حتى الآن، ولم يُعايَر بعد على تقارير راجعها أشخاص.',
      ],
    },
    {
      id: 'machine-read',
      title: 'القراءة الآلية والمراجعة',
      text: [
        'الخط المتقطّع تحت «قراءة آلية» لما لم يراجعه أحد بعد. قد يكون خطأ، وكل صفحة تعرض شيئًا منه تقول ذلك. والإطار الكامل لما أكّده مراجِع أو صحّحه، ولا تغيّره آلة بعد ذلك.',
      ],
    },
    {
      id: 'withheld',
      title: 'ما يُحجب ولماذا',
      text: [
        'الأماكن التي قد يعرّض ذكرها الناس للخطر، كالمستشفيات والملاجئ والحواجز والقرى، تُعرض بالمنطقة الأوسع. والأفراد العاديون يُذكرون بصفتهم. والأحداث القريبة تنتظر قبل عرضها. وحيث لزم حذف ألفاظ وُضعت […] مكانها.',
        'نص التقرير ملك لناشره. وما لم تسمح شروطه بأكثر، يرى القرّاء العنوان وألفاظ الإفادات ورابطًا.',
      ],
    },
    {
      id: 'verify',
      title: 'كيف تتحقق من نسخة محفوظة',
      text: [
        'يُظهر كل تقرير من أين جُلب ومتى، وأول بصمة SHA-256 للبايتات كما وصلت. ومن لديه الملف نفسه، من الناشر أو من أرشيف، يحسب بصمته (في معظم الأنظمة: sha256sum FILE) ويقارن؛ فتساوي البصمتين يعني تطابق البايتات. وإذا غيّر الناشر صفحته بعد ذلك اختلفت البصمة: وهذا يدل على تغيير، لا على خلل هنا.',
        'أما البايتات نفسها فيحفظها المرصد ولا يغيّرها، ولا يسلّمها حيث يكون النص ملكًا لناشره.',
      ],
    },
    {
      id: 'voices',
      title: 'من يُسمّى ومن لا يُسمّى',
      text: [
        'تحت العنوان اسم الجهة التي نشرت التقرير، ومعه اسم كاتبه إن ذُكر. أما ما يضيفه مرصد فلا كاتب له: تصوغه القواعد آليًا، ويقال ذلك.',
        'ومن لم يسمّه التقرير يبقى بلا اسم، بألفاظ التقرير نفسه: «مصدر»، «أهالٍ». ولا يُحسب صوته صوتَ الناشر، ولا يُعدّ صوتان مجهولان صوتًا واحدًا. ومن سُمّي في تقرير من عامة الناس يظهر بصفته.',
      ],
    },
    {
      id: 'sentences',
      title: 'الجمل عن السجلات',
      text: [
        'الجملة التي تعلو السجل، والجمل تحت «ما المعروف»، ليست اقتباسًا ولا ترجمة. إنها مصوغة بقواعد من قيم السجل نفسه، بالعربية والإنكليزية على السواء، فيكون لكل تقرير بإحدى اللغتين موجز بالأخرى. وما لا يوجد له مقابل في الجداول من الألفاظ يبقى بحروفه.',
      ],
    },
    {
      id: 'owner',
      title: 'ما يراه صاحب المرصد',
      text: [
        'من يقرأ على الجهاز الذي يعمل عليه هذا المرصد يرى النصوص كاملة والأماكن بدقّتها، وسطرٌ في أعلى الصفحة يقول ذلك. أما غيره فيرى أقل. والرابط في ذلك السطر يعرض الصفحة كما يراها الآخرون.',
      ],
    },
  ],
};

export const method: Readonly<Record<Language, Method>> = { en, ar };
