import { isCustomerSecret, newCustomerSecret } from '../kernel/customer-key';
import { fail, ok, type Failure, type Result } from '../kernel/result';
import type { Workbench } from './workbench.svelte';

/** Field of the workbench's settings: they stay on this computer and in its backup, and are never handed over. */
const secretField = 'customerSecret';

/** The secret under which this profile makes keys of customers; made when first needed. */
export async function customerSecret(workbench: Workbench): Promise<Result<string, Failure>> {
  const known = workbench.setting(secretField);
  if (isCustomerSecret(known)) return ok(known);
  const secret = newCustomerSecret();
  const saved = await workbench.saveSetting(secretField, secret);
  if (!saved.ok) return saved;
  // Another tab may have made one at the same moment; what is stored counts.
  const stored = workbench.setting(secretField);
  return isCustomerSecret(stored) ? ok(stored) : fail('storage-failed', { reason: secretField });
}

/** Every secret that keys of this profile may have been made under, the present one first; none before the first. */
export function customerSecrets(workbench: Workbench): readonly string[] {
  const record = workbench.settings;
  const values = [record?.fields[secretField]?.value, ...(record?.lost?.[secretField] ?? []).map(({ value }) => value)];
  return [...new Set(values.filter(isCustomerSecret))];
}
