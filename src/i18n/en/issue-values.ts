import type { Shape } from '../shape';
import type { issueValues as zh } from '../zh-CN/issue-values';

export const issueValues = {
  ratingWord:
    '{n} {n|answer|answers} in “{column}” (such as “{value}”) {n|is|are} read as points: very satisfied = 5, satisfied = 4, neutral = 3, dissatisfied = 2, very dissatisfied = 1. To keep the words, make it a category.',
  ratingExpected:
    '{n} {n|cell|cells} in “{column}” {n|is|are} not on the scale of five (such as “{value}”) and {n|was|were} taken as empty.',
  numberExpected:
    '{n} {n|cell|cells} in “{column}” {n|is not a number|are not numbers} (for example “{value}”) and {n|counts|count} as blank.',
  personalNumber:
    '“{column}” is imported as a measure; {n} {n|cell|cells} in it {n|is a personal number|are personal numbers} (for example “{value}”), {n|was|were} not stored and {n|counts|count} as blank. If all are such numbers, set the column to “Identifier”; if they are sums of money, say so in its name, as in “amount”.',
  numberBeyondExact:
    '{n} {n|integer|integers} in “{column}” {n|is|are} above 9007199254740991 (for example “{value}”), too large to be held exactly: the last digits may differ. If these are codes or card numbers, set the column to “Identifier”.',
  digitsLost:
    '{n} {n|number|numbers} in “{column}” {n|was|were} saved in scientific notation (for example “{value}”): the last digits were lost before the file was written. If these are card numbers or codes, export them again as text.',
  dateExpected:
    '{n} {n|cell|cells} in “{column}” {n|is not a date|are not dates} (for example “{value}”) and {n|counts|count} as blank.',
  dateImpossible:
    '{n} {n|date|dates} in “{column}” {n|does|do} not exist, or not in the chosen order of day and month (for example “{value}”). {n|It counts|They count} as blank; no other date was put in {n|its|their} place.',
  dateOrderUnknown:
    '{n} {n|date|dates} in “{column}” could be day first or month first (for example “{value}”). Please choose the order; until then {n|it counts|they count} as blank.',
  excelSerial:
    '{n} {n|cell|cells} in “{column}” {n|holds an Excel date number|hold Excel date numbers} (for example “{value}”) and {n|was|were} converted to {n|a date|dates}.',
  zoneIgnored:
    '{n} {n|time|times} in “{column}” {n|carries|carry} a time zone (for example “{value}”). The clock time was read as written, without conversion.',
  monthExpected:
    '{n} {n|cell|cells} in “{column}” {n|is not a month|are not months} with a year (for example “{value}”) and {n|counts|count} as blank.',
  timeExpected:
    '{n} {n|cell|cells} in “{column}” {n|is not a time|are not times} of day (for example “{value}”) and {n|counts|count} as blank.',
  timeImpossible:
    '{n} {n|time|times} of day in “{column}” {n|does|do} not exist (for example “{value}”) and {n|counts|count} as blank.',
  durationExpected:
    '{n} {n|cell|cells} in “{column}” {n|is not a duration|are not durations} (for example “{value}”) and {n|counts|count} as blank.',
  clockStyleUnknown:
    '{n} {n|duration|durations} in “{column}” could be minutes and seconds or hours and minutes (for example “{value}”). Please choose; until then {n|it counts|they count} as blank.',
  durationUnitUnknown:
    '{n} {n|duration|durations} in “{column}” {n|has|have} no unit (for example “{value}”). Please choose one; until then {n|it counts|they count} as blank.',
  negativeDuration:
    '{n} {n|duration|durations} in “{column}” {n|is|are} negative (for example “{value}”) and {n|was|were} kept as written. Please check whether start and end are swapped.',
  yesNoExpected:
    '{n} {n|cell|cells} in “{column}” {n|is neither yes nor no|are neither yes nor no} (for example “{value}”) and {n|counts|count} as blank.',
  formulaWithoutValue:
    '{n} {n|formula|formulas} in “{column}” {n|has|have} no stored result and {n|counts|count} as blank. Open the file in Excel, save it and import it again.',
  errorValue:
    '{n} {n|cell|cells} in “{column}” {n|holds an error value|hold error values} (for example “{value}”) and {n|counts|count} as blank.',
} satisfies Shape<typeof zh>;
