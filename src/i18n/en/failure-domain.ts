import type { Shape } from '../shape';
import type { failureDomain as zh } from '../zh-CN/failure-domain';

export const failureDomain = {
  'taxonomy-code-unknown': 'The taxonomy has no code {code}. Reload the page and choose again.',
  'taxonomy-not-a-link': '{code} is not a link. Only links (such as G2.2.1) can be changed in this way.',
  'taxonomy-name-empty': 'Enter the name in Chinese and in English.',
  'taxonomy-name-taken':
    'The name “{name}” is already used for {code}. Choose another, so that coders do not mix them up.',
  'taxonomy-definition-empty': 'Enter the definition in Chinese and in English.',
  'taxonomy-severity-range': 'Severity must be a whole number from 1 to 5; it is {severity}.',
  'taxonomy-keyword-taken': 'The keyword “{keyword}” already belongs to {code}. A keyword can lead to one link only.',
  'taxonomy-retired': '{code} has been retired and cannot be changed.',
  'taxonomy-last-link': '{code} is the last link in use and cannot be retired.',
  'taxonomy-damaged':
    'This taxonomy cannot be read: what stands at {path} is not as it must be. Your taxonomy has not changed.',
  'map-not-calculable':
    'The map cannot be calculated yet: {count} {count|problem has|problems have} to be mended first; see the list of checks.',
  'map-step-unknown': 'The map no longer has this step ({id}); it may just have been deleted. Choose again.',
  'map-lane-unknown': 'The map no longer has this lane ({id}); it may just have been deleted. Choose again.',
  'map-flow-unknown': 'The map no longer has this flow ({id}); it may just have been deleted. Choose again.',
  'map-flow-exists': 'There is already a flow from “{from}” to “{to}”. Change that one instead.',
  'map-id-taken': 'The id {id} is already used in this map. The map has not changed.',
  'map-lane-used': 'The lane “{lane}” still holds {count} {count|step|steps}. Move them to another lane first.',
  'map-full': 'A map holds at most {count}. Divide it into several maps.',
  'bpmn-too-large':
    'This file is too large for a process map and was not opened. Export only the process you need from the other tool.',
  'bpmn-doctype':
    'This file holds a document type (DOCTYPE) and was not opened, for safety. Export it again as BPMN 2.0.',
  'bpmn-too-deep': 'This file is nested more than {depth} levels deep and was not opened. Export it again as BPMN 2.0.',
  'bpmn-not-xml': 'This file is no XML and cannot be opened as BPMN 2.0. Choose a file that ends in .bpmn or .xml.',
  'bpmn-damaged':
    'This file cannot be read as BPMN 2.0; it may be damaged or of another format. Your map has not changed.',
  'bpmn-no-process': 'This BPMN file holds no process. Choose a file that does.',
  'bpmn-too-many':
    'This map has more than {steps} steps or {lanes} lanes and was not opened. Divide it in the other tool.',
} satisfies Shape<typeof zh>;
