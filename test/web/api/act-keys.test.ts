import { expect, it } from 'vitest';
import { actKeys } from '#web/api/act-keys.ts';

it('gives the same act the same key until it is answered, and the next one another', () => {
  const { keyFor, answered } = actKeys();
  const first = keyFor({ applicationId: 'a' });
  expect(keyFor({ applicationId: 'a' })).toBe(first);
  expect(answered({ applicationId: 'a' })).toBe(true);
  expect(keyFor({ applicationId: 'a' })).not.toBe(first);
});

it('knows the second answer to a double click for what it is', () => {
  const { keyFor, answered } = actKeys();
  keyFor({ applicationId: 'a' });
  keyFor({ applicationId: 'a' });
  expect(answered({ applicationId: 'a' })).toBe(true);
  expect(answered({ applicationId: 'a' })).toBe(false);
});

it('keeps the key of one act while another is under way', () => {
  const { keyFor, answered } = actKeys();
  const first = keyFor({ applicationId: 'a' });
  keyFor({ applicationId: 'b' });
  answered({ applicationId: 'b' });
  expect(keyFor({ applicationId: 'a' })).toBe(first);
});
