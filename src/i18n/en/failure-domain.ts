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
} satisfies Shape<typeof zh>;
