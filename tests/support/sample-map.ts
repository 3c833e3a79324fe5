import {
  createFlow,
  createStep,
  emptyMap,
  type MapStep,
  type ProcessMap,
  type Zone,
} from '../../src/domain/process-map/map';
import { createRandom } from '../../src/domain/sample/random';
import { layoutMap } from '../../src/worker/layout-map';
import { editMap } from '../../src/domain/process-map/edit';

const lanes: readonly (readonly [string, Zone])[] = [
  ['客户', 'customer'],
  ['大堂与柜面', 'front'],
  ['客户经理', 'front'],
  ['运营中心', 'back'],
  ['审批与风控', 'back'],
  ['核心系统', 'system'],
];

const names =
  '取号 填写申请 核对身份 扫描资料 初审 补件通知 录入 复核 征信查询 评分 人工审批 复议 额度确认 合同生成 客户签约 面签 抵押登记 放款审核 放款 短信通知 归档 贷后提醒'.split(
    ' ',
  );

/** An invented loan process: lanes of a blueprint, branches, rework, times, links of the taxonomy. */
export function loanMap(count = 40): ProcessMap {
  const random = createRandom(5);
  const ids = Array.from({ length: count }, (_, index) => `s${index}`);
  const lane = (index: number): string =>
    `l${index === 0 || index === count - 1 ? 0 : random.whole(0, lanes.length - 1)}`;
  const steps = ids.map((id, index): MapStep => {
    const kind =
      index === 0
        ? 'start'
        : index === count - 1
          ? 'end'
          : index % 7 === 5
            ? 'decision'
            : index % 9 === 4
              ? 'wait'
              : 'step';
    const isWork = kind === 'step';
    return createStep({
      id,
      kind,
      lane: lane(index),
      name:
        kind === 'start'
          ? '到店'
          : kind === 'end'
            ? '办结'
            : kind === 'decision'
              ? '通过?'
              : kind === 'wait'
                ? '排队等候'
                : names[index % names.length],
      processMinutes: isWork ? random.whole(2, 25) : null,
      waitMinutes: kind === 'wait' || random.chance(0.4) ? random.whole(5, 180) : null,
      staff: isWork ? random.whole(1, 6) : null,
      volumePerDay: index === 0 ? 90 : null,
      valueClass: isWork ? random.pick(['va', 'nnva', 'nva'] as const) : null,
      yieldFraction: isWork ? 0.9 + random.next() / 10 : null,
      costPerUnit: isWork ? random.whole(1, 30) : null,
      links: kind === 'wait' ? ['G2.2.1'] : index % 6 === 3 ? ['G3.1.2'] : [],
      failurePoint: index % 6 === 3 ? '退单后不通知客户' : '',
    });
  });
  const flows = ids.slice(1).flatMap((id, index) => {
    const from = steps[index];
    const onward = createFlow({ id: `f${index}`, from: from.id, to: id });
    if (from.kind !== 'decision' || index < 4) return [onward];
    return [
      { ...onward, probability: 0.85, label: '是' },
      createFlow({ id: `b${index}`, from: from.id, to: ids[Math.max(1, index - 3)], probability: 0.15, label: '否' }),
    ];
  });
  const map: ProcessMap = {
    ...emptyMap,
    lanes: lanes.map(([name, zone], index) => ({
      id: `l${index}`,
      name,
      zone,
      x: 0,
      y: index * 160,
      width: 960,
      height: 160,
    })),
    steps,
    flows,
  };
  const placed = editMap(map, { kind: 'place', ...layoutMap(map) });
  if (!placed.ok) throw new Error(placed.failure.code);
  return placed.value.map;
}
