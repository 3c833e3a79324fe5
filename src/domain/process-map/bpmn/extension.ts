import { BpmnModdle, type ModdleElement } from 'bpmn-moddle';

const attribute = (name: string, type: 'String' | 'Real'): object => ({ name, type, isAttr: true });

export const textFields = ['owner', 'valueClass', 'failurePoint', 'links'] as const;
export const numberFields = [
  'processMinutes',
  'processP90',
  'waitMinutes',
  'waitP90',
  'staff',
  'volumePerDay',
  'yieldFraction',
  'reworkFraction',
  'defectsPerDay',
  'costPerUnit',
] as const;

/** Our own figures travel as extension elements of this namespace; other tools keep them unread. */
const extension = {
  name: 'ServiceQualityMap',
  prefix: 'sqm',
  uri: 'urn:service-quality-workbench:process-map:1',
  xml: { tagAlias: 'lowerCase' },
  types: [
    {
      name: 'Step',
      superClass: ['Element'],
      properties: [
        ...textFields.map((name) => attribute(name, 'String')),
        ...numberFields.map((name) => attribute(name, 'Real')),
      ],
    },
    { name: 'Flow', superClass: ['Element'], properties: [attribute('probability', 'Real')] },
    { name: 'Lane', superClass: ['Element'], properties: [attribute('zone', 'String')] },
    { name: 'Map', superClass: ['Element'], properties: [attribute('minutesPerDay', 'Real')] },
  ],
};

/** A reader and writer of BPMN that knows our extension. */
export function createModdle(): BpmnModdle {
  return new BpmnModdle({ sqm: extension });
}

/** Elements of a list-valued property; none where it is absent. */
export function listOf(element: ModdleElement | undefined, name: string): ModdleElement[] {
  const value = element?.get(name);
  return Array.isArray(value) ? (value as ModdleElement[]) : [];
}

/** The element that a property refers to. */
export function refOf(element: ModdleElement | undefined, name: string): ModdleElement | undefined {
  const value = element?.get(name);
  return typeof value === 'object' && value !== null ? (value as ModdleElement) : undefined;
}

export function textOf(element: ModdleElement | undefined, name: string): string {
  const value = element?.get(name);
  return typeof value === 'string' ? value : '';
}

export function numberOf(element: ModdleElement | undefined, name: string): number | null {
  const value = element?.get(name);
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}

/** Our extension element of a type, if the element carries one. */
export function extensionOf(element: ModdleElement, type: string): ModdleElement | undefined {
  return listOf(refOf(element, 'extensionElements'), 'values').find(({ $type }) => $type === type);
}

/** Our extension element of a type, made beside those of others where there is none. */
export function ensureExtension(moddle: BpmnModdle, element: ModdleElement, type: string): ModdleElement {
  const found = extensionOf(element, type);
  if (found) return found;
  let holder = refOf(element, 'extensionElements');
  if (!holder) {
    holder = moddle.create('bpmn:ExtensionElements', { values: [] });
    holder.$parent = element;
    element.set('extensionElements', holder);
  }
  const made = moddle.create(type);
  made.$parent = holder;
  holder.set('values', [...listOf(holder, 'values'), made]);
  return made;
}

/** Ids of XML begin with a letter; ours may begin with a digit. */
const ownId = 'sqm_';

export function toXmlId(id: string): string {
  return /^[A-Za-z_][\w.-]*$/.test(id) && !id.startsWith(ownId) ? id : ownId + id;
}

export function fromXmlId(id: string): string {
  return id.startsWith(ownId) ? id.slice(ownId.length) : id;
}
