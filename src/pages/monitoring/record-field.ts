import type { Option } from '../../ui/options';

/** A field of a small record, as its dialog asks for it. */
export type RecordField =
  | {
      readonly key: string;
      readonly label: string;
      readonly input: 'text' | 'lines' | 'link';
      readonly optional?: boolean;
    }
  | { readonly key: string; readonly label: string; readonly input: 'day' | 'number'; readonly optional?: boolean }
  | {
      readonly key: string;
      readonly label: string;
      readonly input: 'choice';
      readonly options: readonly Option<string>[];
      readonly optional?: boolean;
    };

/** What the dialog hands back: texts trimmed, empty fields null. */
export type RecordValues = Readonly<Record<string, string | number | null>>;
