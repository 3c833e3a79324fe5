import type { Zone } from './map';

/** Words by which lanes are usually called; the first zone that matches is meant. */
const words: readonly (readonly [Zone, RegExp])[] = [
  ['customer', /客户|顾客|用户|customer|client\b|applicant/i],
  ['system', /系统|平台|核心|system|platform/i],
  ['support', /支持|科技|后勤|人力|合规|support/i],
  ['back', /后台|中台|运营中心|审批|风控|back[ -]?(office|stage)|operations/i],
  ['front', /前台|柜面|柜员|大堂|网点|客户经理|座席|坐席|热线|front|teller|branch|agent\b|counter/i],
];

/** Where a lane probably stands, by its name; null where the name does not say. A bank's customer manager is front. */
export function guessZone(name: string): Zone | null {
  if (/客户经理|客户服务|客服/.test(name)) return 'front';
  return words.find(([, pattern]) => pattern.test(name))?.[0] ?? null;
}
