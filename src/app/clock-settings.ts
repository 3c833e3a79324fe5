import { withTable, type BusinessCalendar, type CalendarTable } from '../domain/calendar/calendar';
import { chinaCalendar } from '../domain/calendar/china';
import {
  clockPresets,
  editedRules,
  type ClockRules,
  type EditableCount,
  type EditableLimit,
} from '../domain/calendar/regimes';
import type { Json } from '../store/types';

/** Reads a field of the settings. */
type Settings = (field: string) => Json | undefined;

export const presetField = 'clockRules';
/** The days of the years that the bank itself names, as a `CalendarTable`. */
export const calendarField = 'clockCalendar';

/** Where a figure is stored that a bank set in place of a preset's; null leaves the preset's. */
export function figureField(preset: string, figure: EditableLimit | EditableCount): string {
  return `clock:${preset}:${figure}`;
}

/** The preset that was chosen, the first if none was. */
export function chosenPreset(setting: Settings): ClockRules {
  return clockPresets.find(({ id }) => id === setting(presetField)) ?? clockPresets[0];
}

/** The limits in force: those of the preset with what was set in their place. */
export function clockRulesInForce(setting: Settings): ClockRules {
  const preset = chosenPreset(setting);
  return editedRules(preset, (figure) => setting(figureField(preset.id, figure)));
}

/** The days that were named here; null while there are none. */
export function ownCalendarDays(setting: Settings): CalendarTable | null {
  const { holidays, makeUpDays } = (setting(calendarField) ?? {}) as {
    readonly holidays?: unknown;
    readonly makeUpDays?: unknown;
  };
  const table = { holidays: days(holidays), makeUpDays: days(makeUpDays) };
  return table.holidays.length + table.makeUpDays.length > 0 ? table : null;
}

/** The working days in force: those announced, and in place of the years that were named here those. */
export function calendarInForce(setting: Settings): BusinessCalendar {
  const own = ownCalendarDays(setting);
  return own ? withTable(chinaCalendar, own) : chinaCalendar;
}

function days(value: unknown): readonly number[] {
  return Array.isArray(value) ? value.filter((day): day is number => Number.isInteger(day)) : [];
}
