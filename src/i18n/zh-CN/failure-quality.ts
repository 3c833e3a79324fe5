export const failureQuality = {
  'calendar-line-unreadable':
    '节假日表第 {line} 行无法读取：“{text}”。每行写一天或一段日期，再写“休”或“班”，如 2026-10-01~2026-10-07 休。',
  'calendar-empty': '节假日表里没有日期。原有日历没有改变。',
};
