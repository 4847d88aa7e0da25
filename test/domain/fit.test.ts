import { describe, expect, it } from 'vitest';
import { fitOf } from '#domain/fit';
import { soundStandard } from '../support/sound-standard.ts';

describe('the fit of a reviewer', () => {
  it.each([
    [[], 0],
    [['工作成效'], 300],
    [['组织管理'], 700],
    [['组织管理', '工作成效', '别的'], 1000],
  ])('for %j is the share of full marks that they know: %i', (expertise, fit) => {
    expect(fitOf({ expertise }, soundStandard)).toBe(fit);
  });
});
