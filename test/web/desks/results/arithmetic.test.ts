import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arithmeticOf, faultsOf, isWhole } from '#web/desks/results/arithmetic.ts';
import { rowOf } from './row.ts';

const mark = fc.integer({ min: 1, max: 10_000 });
const anyRow = fc
  .record({
    totals: fc.array(mark, { minLength: 3, maxLength: 9 }),
    visits: fc.option(fc.array(mark, { minLength: 1, maxLength: 4 }), { nil: undefined }),
    satisfaction: mark,
    bonus: fc.integer({ min: 0, max: 900 }),
    deduction: fc.integer({ min: 0, max: 900 }),
  })
  .map(({ visits, ...rest }) => rowOf({ ...rest, ...(visits && { visits }) }));

describe('the arithmetic of a row', () => {
  it('tells the worked example of the rules', () => {
    const told = arithmeticOf(
      rowOf({ totals: [9250, 8800, 9000, 9500, 8650], bonus: 300, deduction: 100, site: 8700, satisfaction: 9400 }),
    );
    expect(told?.components).toMatchObject([
      {
        component: 'documents',
        panel: { sheets: 5, kept: 3, sum: { shown: '270.50' }, mean: { fraction: '541/6', shown: '90.17' } },
        weight: 60,
        points: { fraction: '541/10', shown: '54.10' },
      },
      { component: 'site', score: { shown: '87.00' }, weight: 30, points: { shown: '26.10' } },
      { component: 'satisfaction', weight: 10, points: { shown: '9.40' } },
    ]);
    expect(told).toMatchObject({
      bonus: { points: { shown: '3.00' } },
      deduction: { shown: '1.00' },
      total: { fraction: '458/5', shown: '91.60' },
      pass: { reached: true },
      tiers: [{ name: '示范', reached: false }],
    });
  });

  it('says of a line that is reached exactly that it is reached', () => {
    const told = arithmeticOf(
      rowOf({
        totals: [8800, 8800, 8800],
        site: 9300,
        satisfaction: 9800,
        weights: { documents: 70, site: 20, satisfaction: 10 },
      }),
    );
    expect(told?.total.fraction).toBe('90');
    expect(told?.pass.reached).toBe(true);
  });

  it('has none where the recommendation decides', () => {
    expect(arithmeticOf({ steps: [] })).toBeUndefined();
    expect(faultsOf({ steps: [], sheets: [], passed: true })).toEqual([]);
  });

  it('knows whether what is printed says all', () => {
    expect(isWhole({ fraction: '541/10', shown: '54.10' })).toBe(true);
    expect(isWhole({ fraction: '541/6', shown: '90.17' })).toBe(false);
  });
});

describe('the arithmetic done once more in the page', () => {
  it('confirms every row that the server computes', () => {
    fc.assert(
      fc.property(anyRow, (row) => {
        expect(faultsOf(row)).toEqual([]);
      }),
    );
  });

  it('finds any value that was changed', () => {
    const changeable =
      /^(documents|site|satisfaction)\.(sum|mean|score|points|weight|kept)$|^composite$|^composite.before$/;
    fc.assert(
      fc.property(anyRow, fc.nat(), (row, at) => {
        const steps = row.steps.filter(({ name }) => changeable.test(name));
        const chosen = steps[at % steps.length];
        const changed = row.steps.map((step) =>
          step === chosen ? { ...step, fraction: step.fraction === '77' ? '78' : '77' } : step,
        );
        expect(faultsOf({ ...row, steps: changed })).not.toEqual([]);
      }),
    );
  });

  it('finds a sheet whose total was changed, and a sheet that was dropped or kept by mistake', () => {
    const row = rowOf({ totals: [9250, 8800, 9000, 9500, 8650] });
    const [first, ...rest] = row.sheets;
    if (!first) throw new Error('no sheet');
    expect(faultsOf({ ...row, sheets: [{ ...first, total: '92.51' }, ...rest] })).toEqual(['kept']);
    expect(faultsOf({ ...row, sheets: [{ ...first, kept: false }, ...rest] })).toEqual(['kept']);
  });

  it('finds a row that passes below the line', () => {
    const row = rowOf({ totals: [8000, 8000, 8000] });
    expect(faultsOf({ ...row, passed: true })).toEqual(['passed']);
  });
});
