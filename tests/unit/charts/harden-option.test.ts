import { describe, expect, it } from 'vitest';
import { hardenOption } from '../../../src/charts/harden-option';
import { paperTheme } from '../../../src/charts/paper-theme';
import { renderSvg } from '../../../src/charts/render-svg';

const script = ['javascript', 'alert(1)'].join(':');

describe('hardenOption', () => {
  it('X03 draws every tooltip on the canvas, inside the chart', () => {
    const formatter = (): string => 'x';
    const { tooltip } = hardenOption({
      tooltip: { trigger: 'item', renderMode: 'html', formatter, extraCssText: 'position:fixed' },
    });
    expect(tooltip).toEqual({
      trigger: 'item',
      renderMode: 'richText',
      confine: true,
      formatter: expect.any(Function) as unknown,
    });
  });

  it.each(['red', 'rgb(1,2,3)', '#fff', 'url(x)', '#12345g', '"><img src=x onerror=alert(1)>', script])(
    'X02 leaves out the colour %j, wherever it stands',
    (colour) => {
      const option = hardenOption({
        color: [colour, '#112233'],
        series: [
          {
            type: 'bar',
            itemStyle: { color: colour },
            data: [{ value: 1, itemStyle: { borderColor: colour, color: '#AABBCC' } }],
          },
        ],
      });
      expect(JSON.stringify(option)).not.toContain(
        colour.slice(0, 6) === '#12345' ? '#12345g' : JSON.stringify(colour).slice(1, -1),
      );
      expect(option.color).toEqual(['#112233']);
      expect(JSON.stringify(option)).toContain('#AABBCC');
    },
  );

  it('X01 leaves out of a drawing what no XML may hold', async () => {
    const data = ['排\u000b队\u0000', '态度\ud83d'];
    const svg = await renderSvg(
      { xAxis: { type: 'category', data }, yAxis: {}, series: [{ type: 'bar', data: [1, 2] }] },
      paperTheme,
      { width: 400, height: 200 },
    );
    expect(svg).toContain('>排队<');
    expect(svg).toContain('>态度<');
  });

  it('X01 draws the names that every object has, and nothing is written onto them', async () => {
    const names = Object.getOwnPropertyNames(Object.prototype);
    const shared = (): readonly string[] =>
      [Object.prototype, ...names.map((name) => (Object.prototype as unknown as Record<string, object>)[name])].flatMap(
        (one) => (one === null ? [] : Object.getOwnPropertyNames(one)),
      );
    const before = shared();
    try {
      const svg = await renderSvg(
        {
          xAxis: {
            type: 'category',
            data: [...names, ...names.map((name) => `${name}, ${name}`)],
            axisLabel: { interval: 0, width: 70, overflow: 'truncate' },
          },
          yAxis: { type: 'value' },
          series: [
            {
              type: 'bar',
              data: [...names, ...names].map((_, i) => i),
              label: {
                show: true,
                formatter: ({ dataIndex }: { dataIndex: number }) => names[dataIndex % names.length],
              },
            },
          ],
        },
        paperTheme,
        { width: 4000, height: 400 },
      );
      expect(svg.replaceAll('\u200B', '')).toContain('>__proto__<');
      expect(shared()).toEqual(before);
    } finally {
      // What would be left there would break whatever runs next.
      for (const name of ['next', 'prev']) Reflect.deleteProperty(Object.prototype, name);
    }
  });

  it('keeps the words that are no colours and the functions that compute one', () => {
    const color = (): string => '#000000';
    const series = [{ itemStyle: { color, borderColor: 'transparent' }, label: { color: 'inherit' } }];
    expect(hardenOption({ series }).series).toEqual(series);
  });

  it('X02 X03 drops links, the tool box and the data view, at any depth', () => {
    const option = hardenOption({
      title: { text: 'a', link: script, sublink: 'x', target: 'self' },
      toolbox: { feature: { dataView: {} } },
      graphic: [{ children: [{ dataView: {}, type: 'text' }] }],
    });
    expect(option.title).toEqual({ text: 'a' });
    expect(option).not.toHaveProperty('toolbox');
    expect(option.graphic).toEqual([{ children: [{ type: 'text' }] }]);
  });

  it('passes data on untouched: long runs of numbers are not even copied', () => {
    const data = Float64Array.from({ length: 5 }, (_, i) => i);
    const long = Array.from({ length: 1000 }, (_, i) => i);
    const { series } = hardenOption({ series: [{ data }, { data: long }] }) as { series: readonly { data: unknown }[] };
    expect(series[0].data).toBe(data);
    expect(series[1].data).toBe(long);
  });

  it('changes nothing in what it was given', () => {
    const given = { title: { link: 'x' }, color: ['red'] };
    hardenOption(given);
    expect(given).toEqual({ title: { link: 'x' }, color: ['red'] });
  });
});
