import { describe, expect, it } from 'vitest';
import { checkStandard, type Standard } from '#domain/standards';
import { soundStandard } from '../support/sound-standard.ts';

/** A copy of the sound standard after one change. */
function changed(change: (standard: Standard) => void): Standard {
  const copy = structuredClone(soundStandard);
  change(copy);
  return copy;
}
const first = (standard: Standard, i = 0) => standard.indicators[i] as Standard['indicators'][number];
const second = (standard: Standard, i = 0, j = 0) =>
  first(standard, i).children[j] as (typeof standard.indicators)[number]['children'][number];
const leaf = (standard: Standard, i = 0, j = 0, k = 0) =>
  second(standard, i, j).children[k] as ReturnType<typeof second>['children'][number];

const found = (change: (standard: Standard) => void) =>
  checkStandard(changed(change)).map(({ path, code }) => `${path} ${code}`);

describe('checkStandard', () => {
  it('has nothing to say about a sound standard', () => {
    expect(checkStandard(soundStandard)).toEqual([]);
  });

  it('tells where leaves sum to 99, with both figures', () => {
    const problems = checkStandard(
      changed((standard) => {
        leaf(standard, 1).fullMarks = 2_900;
      }),
    );
    expect(problems).toEqual([
      {
        path: 'indicators.1.children.0.fullMarks',
        code: 'SumDiffers',
        zh: '下级满分合计 29.00，应等于 30.00。',
        en: 'The full marks below sum to 29.00; they must equal 30.00.',
      },
    ]);
  });

  it('tells that the whole is 99 when every level below agrees with it', () => {
    expect(
      found((standard) => {
        standard.fullMarks = 9_900;
        first(standard, 1).fullMarks = 2_900;
        second(standard, 1).fullMarks = 2_900;
        leaf(standard, 1).fullMarks = 2_900;
      }),
    ).toEqual(['fullMarks NotWhole']);
  });

  it('tells an indicator without points', () => {
    expect(
      found((standard) => {
        second(standard, 1).children = [];
      }),
    ).toEqual(['indicators.1.children.0.fullMarks SumDiffers']);
  });

  it('tells a full mark of 0', () => {
    expect(
      found((standard) => {
        leaf(standard, 0, 0, 0).fullMarks = 4_000;
        leaf(standard, 0, 0, 0).rule = { kind: 'yes-no' };
        leaf(standard, 0, 0, 1).fullMarks = 0;
        leaf(standard, 0, 0, 1).rule = { kind: 'yes-no' };
      }),
    ).toEqual(['indicators.0.children.0.children.1.fullMarks NotPositive']);
  });

  it('tells an id that occurs twice', () => {
    expect(
      found((standard) => {
        leaf(standard, 0, 0, 1).pointId = '1.1.1';
      }),
    ).toEqual(['indicators.0.children.0.children.1.pointId Duplicate']);
  });

  it.each(['1.1', '2.1.2', '1.1.02', '1.1.a', '1.1.1.1', '', '1.1.100', '__proto__'])(
    'tells a point under 1.1 whose id is "%s"',
    (pointId) => {
      expect(
        found((standard) => {
          leaf(standard, 0, 0, 1).pointId = pointId;
        }),
      ).toContain('indicators.0.children.0.children.1.pointId IdNotWellFormed');
    },
  );

  it.each(['', '  ', '长'.repeat(101)])('tells a name of "%s"', (name) => {
    expect(
      found((standard) => {
        first(standard).name = name;
      }),
    ).toEqual(['indicators.0.name NameLength']);
  });

  it.each([
    ['above the full marks', [3_001, 2_000]],
    ['below the full marks only', [2_999, 2_000]],
    ['that rise', [3_000, 3_001]],
    ['that stay', [3_000, 3_000]],
    ['that are none', []],
  ])('tells levels %s', (_, marks) => {
    expect(
      found((standard) => {
        const levels = marks.map((each, i) => ({ label: `${i}`, marks: each }));
        leaf(standard).rule = { kind: 'levels', levels };
      }),
    ).toEqual(['indicators.0.children.0.children.0.rule.levels LevelsNotDescending']);
  });

  it.each([0, 1_001])('tells a deduction of %i from 10.00', (marks) => {
    expect(
      found((standard) => {
        leaf(standard, 0, 0, 1).rule = { kind: 'deduction', items: [{ label: '缺', marks }] };
      }),
    ).toEqual(['indicators.0.children.0.children.1.rule.items DeductionOutOfRange']);
  });

  it.each([
    ['plain repetition', '机构', '机构'],
    ['width', '机构（职责）1', '机构(职责)１'],
    ['brackets', '机构〔职责〕', '机构[职责]'],
    ['idle spaces', '机 构', ' 机构 '],
  ])('tells two points under one parent whose names differ by %s only', (_, one, other) => {
    expect(
      found((standard) => {
        leaf(standard, 0, 0, 0).name = one;
        leaf(standard, 0, 0, 1).name = other;
      }),
    ).toEqual(['indicators.0.children.0.children.1.name DuplicateName']);
  });

  it('tells two indicators of one name, and lets points of different parents share one', () => {
    expect(
      found((standard) => {
        first(standard, 1).name = first(standard, 0).name;
        second(standard, 0, 1).name = `【${second(standard, 0, 0).name}】`;
        second(standard, 0, 0).name = `[${second(standard, 0, 0).name}]`;
        leaf(standard, 1).name = leaf(standard).name;
      }),
    ).toEqual(['indicators.1.name DuplicateName', 'indicators.0.children.1.name DuplicateName']);
  });

  it.each([undefined, '', '  '])('tells a level whose descriptor is %j', (descriptor) => {
    expect(
      found((standard) => {
        const levels = [
          { label: '优', marks: 3_000, descriptor: '全部达到' },
          { label: '良', marks: 2_000, ...(descriptor !== undefined && { descriptor }) },
        ];
        leaf(standard).rule = { kind: 'levels', levels };
      }),
    ).toEqual(['indicators.0.children.0.children.0.rule.levels.1.descriptor DescriptorMissing']);
  });

  it('tells levels and items of one label', () => {
    expect(
      found((standard) => {
        const levels = [3_000, 2_000].map((marks) => ({ label: '优', marks, descriptor: '达到' }));
        leaf(standard).rule = { kind: 'levels', levels };
        const items = ['缺（项）', '缺(项)'].map((label) => ({ label, marks: 100 }));
        leaf(standard, 0, 0, 1).rule = { kind: 'deduction', items };
      }),
    ).toEqual([
      'indicators.0.children.0.children.0.rule.levels.1.label DuplicateName',
      'indicators.0.children.0.children.1.rule.items.1.label DuplicateName',
    ]);
  });

  it('tells a point that is not described', () => {
    expect(
      found((standard) => {
        leaf(standard, 1).description = ' ';
      }),
    ).toEqual(['indicators.1.children.0.children.0.description DescriptionMissing']);
  });
});
