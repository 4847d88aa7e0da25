import { describe, expect, it } from 'vitest';
import { type CycleCategory, CyclePlan } from '#domain/cycles';
import { parseFields } from '#domain/fields';
import { checkResultRules } from '#domain/result-check';
import { cycle } from '../support/season-fixture.ts';

const { cycleId: _, status: __, createdAt: ___, ...plan } = cycle;
const [enterprise] = plan.categories;
if (!enterprise) throw new Error('the plan has no category');

const problemsOf = (changes: Partial<CycleCategory>) =>
  checkResultRules({ ...enterprise, ...changes }, 'categories.0').map(({ path, code }) => [path, code]);

describe('the rules by which a result comes about', () => {
  it.each([
    { panelSize: 5, panelRule: { minimumSheets: 5, trimFrom: 5 } },
    { panelRule: { minimumSheets: 1, trimFrom: null } },
    {
      passLine: '80',
      tiers: [
        { name: '示范', line: '95.5' },
        { name: '优秀', line: '90' },
        { name: '达标', line: '80' },
      ],
    },
    { tieChain: ['composite', 'documents', 'committee-vote'] },
    { siteTeam: 3 },
  ] as const)('hold as %j', (changes) => {
    expect(problemsOf(changes as Partial<CycleCategory>)).toEqual([]);
  });

  it.each([
    [{ panelSize: 2 }, 'panelSize', 'PanelTooSmall'],
    [{ panelSize: 4, panelRule: { minimumSheets: 5, trimFrom: 5 } }, 'panelSize', 'PanelTooSmall'],
    [
      { reviewMode: 'sampling', panelSize: 1, panelRule: { minimumSheets: 2, trimFrom: null } },
      'panelSize',
      'PanelTooSmall',
    ],
    [{ passLine: '90.005' }, 'passLine', 'TooManyDecimals'],
    [{ passLine: '1e400' }, 'passLine', 'NotANumber'],
    [{ passLine: 'NaN' }, 'passLine', 'NotANumber'],
    [{ tiers: [{ name: '示范', line: '100.5' }] }, 'tiers.0.line', 'AboveMaximum'],
    [{ tiers: [{ name: '示范', line: '９５' }] }, 'tiers.0.line', 'NotANumber'],
    [{ tiers: [{ name: '示范', line: '89.99' }] }, 'tiers.0.line', 'BelowPassLine'],
    [
      {
        tiers: [
          { name: '优秀', line: '92' },
          { name: '示范', line: '95' },
        ],
      },
      'tiers.1.line',
      'NotDescending',
    ],
    [
      {
        tiers: [
          { name: '示范', line: '95' },
          { name: '优秀', line: '95' },
        ],
      },
      'tiers.1.line',
      'NotDescending',
    ],
    [
      {
        tiers: [
          { name: '示范', line: '95' },
          { name: '示范', line: '92' },
        ],
      },
      'tiers.1.name',
      'Duplicate',
    ],
    [{ tieChain: ['composite', 'site'] }, 'tieChain', 'VoteNotLast'],
    [{ tieChain: ['composite', 'committee-vote', 'site'] }, 'tieChain', 'VoteNotLast'],
    [{ reviewMode: 'recommender-only', siteTeam: 2 }, 'siteTeam', 'NotWeighted'],
    [{ weights: { documents: 90, site: 0, satisfaction: 10 }, siteTeam: 2 }, 'siteTeam', 'NotWeighted'],
  ] as const)('are refused as %j', (changes, path, code) => {
    expect(problemsOf(changes as unknown as Partial<CycleCategory>)).toEqual([[`categories.0.${path}`, code]]);
  });

  it.each([
    [{ panelRule: { minimumSheets: 0 } }, 'panelRule.minimumSheets', 'TooSmall'],
    [{ panelRule: { minimumSheets: 3, trimFrom: 2 } }, 'panelRule.trimFrom', 'TooSmall'],
    [{ panelRule: { minimumSheets: Number.NaN } }, 'panelRule.minimumSheets', 'WrongKind'],
    [{ tieChain: ['documents', 'committee-vote'] }, 'tieChain', 'TieChain'],
    [{ tieChain: ['composite', 'composite'] }, 'tieChain', 'TieChain'],
    [{ tieChain: ['composite', 'id'] }, 'tieChain.1', 'NotOffered'],
    [{ tiers: [] }, 'tiers', 'TooSmall'],
    [{ siteTeam: 1.5 }, 'siteTeam', 'WrongKind'],
    [{ quota: { total: 3, mode: 'first-come' } }, 'quota.mode', 'NotOffered'],
    [{ quota: { total: -1 } }, 'quota.total', 'TooSmall'],
    [{ weights: { documents: 60.5, site: 30, satisfaction: 9.5 } }, 'weights.documents', 'WrongKind'],
  ])('are not even read as %j', (changes, path, code) => {
    const given = { ...plan, categories: [{ ...enterprise, ...changes }] };
    expect(() => parseFields(CyclePlan, given)).toThrow(
      expect.objectContaining({
        code: 'InvalidInput',
        fields: expect.arrayContaining([expect.objectContaining({ path: `categories.0.${path}`, code })]),
      }),
    );
  });
});
