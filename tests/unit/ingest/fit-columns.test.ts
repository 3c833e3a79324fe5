import { describe, expect, it } from 'vitest';
import { importText, issuesOf } from './support/import-fixture';

describe('extra cells', () => {
  it('are masked before they are cut', async () => {
    for (let before = 55; before < 82; before++) {
      const long = '长'.repeat(before);
      const { issues } = await importText(`甲,乙\n1,2\n3,4,${long} 13800138000\n5,6\n`);
      const told = JSON.stringify(issuesOf(issues, 'extraCells'));
      expect(told, String(before)).not.toContain('13800');
      expect(told, String(before)).not.toMatch(/138\**"/);
      expect(told).toContain('长'.repeat(50));
    }
  });
});
