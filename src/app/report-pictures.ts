import { controlChartOption } from '../charts/control-chart-option';
import { funnelOption } from '../charts/funnel-option';
import { intervalOption } from '../charts/interval-option';
import type { ChartOption } from '../charts/option';
import { paperTheme } from '../charts/paper-theme';
import { paretoOption } from '../charts/pareto-option';
import { renderSvg } from '../charts/render-svg';
import type { DraftBlock, PictureData } from '../domain/report/draft-types';
import type { Translator } from '../i18n/translator';
import type { Drawing } from '../report/model';

const size = { width: 760, height: 340 } as const;

/** The pictures of a draft as drawings, in the colours of paper. */
export async function drawPictures(
  blocks: readonly DraftBlock[],
  translator: Translator,
): Promise<Readonly<Record<string, Drawing>>> {
  const drawings: Record<string, Drawing> = {};
  for (const block of blocks) {
    if (block.kind !== 'picture') continue;
    const svg = await renderSvg(optionOf(block.picture, translator), paperTheme, size);
    drawings[block.id] = { svg, ...size };
  }
  return drawings;
}

function optionOf(picture: PictureData, translator: Translator): ChartOption {
  const { t, formats } = translator;
  if (picture.form === 'bars') {
    const total = picture.bars.reduce((sum, { value }) => sum + value, 0);
    return paretoOption(
      {
        bars: picture.bars.map(({ label, value, muted }) => ({
          label: translator.value(label),
          value,
          muted,
          tooltip: '',
        })),
        total: Math.max(1, total),
        cumulative: picture.cumulative,
        compare: null,
        valueName: t('report.axis.events'),
        cumulativeName: t('report.axis.cumulative'),
        formatValue: (value) => formats.number(value),
        formatShare: (share) => formats.percent(share, 0),
      },
      paperTheme,
    );
  }
  if (picture.form === 'intervals') return intervals(picture, translator);
  if (picture.form === 'phases') return phases(picture, translator);
  const line = (key: 'upper' | 'lower', level: number) => ({
    name: t(level === 1 ? 'report.axis.outer' : 'report.axis.inner'),
    points: picture.curve.map((at) => [at.size, at[key][level] * 100] as const),
    outer: level === 1,
  });
  return funnelOption(
    {
      marks: picture.marks.map(({ name, size: answers, value, level, side }) => ({
        label: name,
        size: answers,
        value: value * 100,
        tone: level === 0 ? 'plain' : side === 'below' ? 'concern' : 'good',
        faint: level < 2,
        tooltip: '',
      })),
      lines: [line('upper', 1), line('upper', 0), line('lower', 0), line('lower', 1)],
      target: { name: t('report.axis.mean'), value: picture.target * 100 },
      sizeName: t('report.axis.surveys'),
      valueName: t('report.axis.satisfaction'),
      format: (value) => formats.percent(value / 100),
      formatTick: (value) => formats.percent(value / 100, 0),
      formatSize: (value) => formats.number(value),
    },
    paperTheme,
  );
}

function intervals(picture: Extract<PictureData, { readonly form: 'intervals' }>, translator: Translator): ChartOption {
  return intervalOption(
    {
      marks: picture.marks.map(({ label, ...mark }) => ({ ...mark, label: translator.value(label), tooltip: '' })),
      orientation: picture.layout === 'standing' ? 'vertical' : 'horizontal',
      reference: { name: translator.value(picture.reference.name), value: picture.reference.value },
      valueName: translator.value(picture.valueName),
      fromZero: picture.fromZero,
      format: (value) => translator.formats.fixed(value, 2),
    },
    paperTheme,
  );
}

function phases(picture: Extract<PictureData, { readonly form: 'phases' }>, translator: Translator): ChartOption {
  const { t } = translator;
  const { values, center, upper, lower, changeAt } = picture;
  const beyond = new Set(picture.signals);
  return controlChartOption(
    {
      labels: picture.labels.map((label) => translator.value(label)),
      panels: [
        {
          id: 'points',
          name: translator.value(picture.valueName),
          values,
          center,
          upper,
          lower,
          tones: values.map((_, index) => (beyond.has(index) ? 'concern' : 'plain')),
          tooltip: () => '',
        },
      ],
      stages: [
        { start: 0, end: changeAt, name: t('rectification.side.before') },
        { start: changeAt, end: values.length, name: t('rectification.side.after') },
      ],
      frozen: values.map(() => false),
      limitNames: { upper: t('report.axis.upper'), center: t('report.axis.center'), lower: t('report.axis.lower') },
      format: (value) => translator.formats.fixed(value, 2),
    },
    paperTheme,
  );
}
