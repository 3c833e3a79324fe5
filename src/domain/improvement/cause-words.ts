/** Words that name a cause or a remedy: a problem statement says what happens, not why, and not what to do about it. */
const words: readonly string[] = [
  '因为',
  '由于',
  '原因是',
  '根因',
  '导致',
  '造成',
  '源于',
  '归因于',
  '需要增加',
  '应当',
  '应该',
  '建议',
  '通过优化',
  '引入系统',
  '上线系统',
  '加强培训',
  '增加人手',
  '增配',
];

const englishWords =
  /\b(because|due to|caused by|owing to|as a result of|should|must|need to|by introducing|by training|hire)\b/i;

/** The first word of a text that names a cause or a remedy, as it stands there; null if there is none. */
export function findCauseWord(text: string): string | null {
  const chinese = words
    .map((word) => ({ word, at: text.indexOf(word) }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at)[0];
  return chinese?.word ?? englishWords.exec(text)?.[0] ?? null;
}
