/** How a language is written. */
interface Writing {
  /** Its letters, and those common to several scripts: the Japanese ー, the Uzbek ʻ. */
  readonly letters: RegExp;
  /** How a sentence ends. */
  readonly sentence: RegExp;
  /** How everything else ends. */
  readonly label: RegExp;
  /** Characters that only look right: a typewriter’s, or a neighbouring alphabet’s. */
  readonly strays: RegExp;
  /** All characters that there are, where an old charset knows. */
  readonly characters: ReadonlySet<string> | undefined;
}

/** Unicode’s names of scripts by ISO 15924 code, as `Intl.Locale` gives it, where the two differ. */
const SCRIPTS: Record<string, string[]> = {
  Jpan: ['Hani', 'Hira', 'Kana'],
  Kore: ['Hang'],
  Hans: ['Hani'],
  Hant: ['Hani'],
};

/** Full stops by language; Thai has none. */
const STOPS: Record<string, string> = {
  bn: '।',
  hi: '।',
  ja: '。',
  th: '',
  ur: '۔',
  zh: '。',
  'zh-hant': '。',
};

const STRAYS: Record<string, string> = {
  // The Persian yeh and kaf, and the Urdu full stop.
  ar: '\u06cc\u06a9\u06d4',
  // The Arabic yeh and kaf.
  fa: '\u064a\u0643\u06d4',
  ur: '\u064a\u0643',
  bg: 'ыэёі',
  ro: 'şţŞŢ',
  sr: 'йщъыьэюяё',
  uk: 'ыэёъ',
};

export function writingOf(tag: string): Writing {
  const { script = '' } = new Intl.Locale(tag).maximize();
  const scripts = [...(SCRIPTS[script] ?? [script]), 'Zyyy'];
  const label = /[\p{L}\p{M}}“…]$/u;
  const stop = STOPS[tag] ?? '.';
  return {
    letters: new RegExp(`[${scripts.map((name) => `\\p{Script=${name}}`).join('')}]`, 'u'),
    sentence: stop ? new RegExp(`[${stop}]$`, 'u') : label,
    label,
    strays: new RegExp(`['"\`´${STRAYS[tag] ?? ''}]|\\.\\.`, 'u'),
    characters: chineseCharacters(script),
  };
}

/** Of the old charsets for simplified and for traditional characters, each lacks what only the other has. */
function chineseCharacters(script: string): Set<string> | undefined {
  if (script === 'Hans') return decodable('gbk', 0xf7, 0xa1);
  return script === 'Hant' ? decodable('big5', 0xf9, 0x40) : undefined;
}

/** Characters of two bytes. */
function decodable(charset: string, lastLead: number, firstTrail: number): Set<string> {
  const bytes: number[] = [];
  for (let lead = 0xa1; lead <= lastLead; lead += 1) {
    for (let trail = firstTrail; trail <= 0xfe; trail += 1) bytes.push(lead, trail);
  }
  return new Set(` ${new TextDecoder(charset).decode(new Uint8Array(bytes))}`);
}
