import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { exampleStandards } from '#domain/example-standards/index';
import { leavesOf } from '#domain/standards';
import {
  evidenceOf,
  isOverdue,
  markOf,
  recusalOf,
  type SeasonPlan,
  season,
  selfMarkOf,
} from '#examples/xicheng-2011/index';

const seed = '2011';
const plan = season(seed);
const seeds = ['2011', 'another', ''];

const countBy = <Item>(items: readonly Item[], keyOf: (item: Item) => string): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const item of items) counts[keyOf(item)] = (counts[keyOf(item)] ?? 0) + 1;
  return counts;
};

const leavesFor = (categoryId: string) =>
  exampleStandards.filter((standard) => standard.categoryId === categoryId).flatMap(leavesOf);

/** A sheet's total in hundredths, read from the decimal texts digit by digit. */
const totalOf = (unit: SeasonPlan['units'][number], reviewerKey: string, ofSeed = seed): number =>
  leavesFor(unit.categoryId)
    .map((point) => markOf(ofSeed, unit.unitKey, reviewerKey, point.pointId, point.fullMarks))
    .reduce((sum, mark) => sum + Number(mark.replace('.', '')), 0);

describe('who takes part', () => {
  it('is as many as Xicheng had named up to 2011', () => {
    expect(countBy(plan.units, (unit) => unit.categoryId)).toEqual({
      party: 10,
      agency: 19,
      school: 40,
      enterprise: 8,
      society: 39,
      institution: 7,
      community: 127,
    });
    expect(countBy(plan.areas, (area) => area.level)).toEqual({ district: 1, street: 15, community: 255 });
    expect(plan.reviewers).toHaveLength(60);
  });

  it('stands in a register of which 180 of 194 schools take part', () => {
    const schools = plan.register.filter((row) => row.categoryId === 'school');
    expect(countBy(schools, (row) => row.status)).toEqual({ registered: 14, creating: 180 });
    const creating = new Set(plan.register.filter((row) => row.status === 'creating').map((row) => row.name));
    expect(plan.units.filter((unit) => !creating.has(unit.name))).toEqual([]);
    expect(plan.register.filter((row) => row.categoryId === 'community')).toHaveLength(255);
  });

  it('lives in areas that exist, goes by names and keys of its own, and has a recommender of its category', () => {
    const areaIds = new Set(plan.areas.map((area) => area.areaId));
    expect(plan.units.filter((unit) => !areaIds.has(unit.areaId))).toEqual([]);
    expect(new Set(plan.units.map((unit) => unit.name)).size).toBe(250);
    expect(new Set(plan.units.map((unit) => unit.unitKey)).size).toBe(250);
    const recommended = plan.units.filter(({ recommender, categoryId }) =>
      plan.recommenders.some((each) => each.department === recommender && each.categoryIds.includes(categoryId)),
    );
    expect(recommended).toHaveLength(250);
  });

  it('are different people, each with a user name of their own', () => {
    const people = [
      ...plan.units.map((unit) => unit.contact),
      ...plan.recommenders,
      ...plan.office,
      ...plan.committee,
      plan.supervisor,
      ...plan.reviewers,
    ];
    for (const field of ['name', 'username', 'phone'] as const) {
      expect(new Set(people.map((person) => person[field])).size).toBe(people.length);
    }
  });

  it('counts reviewers who work for applicants, and three of one area', () => {
    expect(plan.reviewers.filter((reviewer) => reviewer.organizationUnitKey)).toHaveLength(12);
    const fromInstitutes = plan.reviewers.filter((reviewer) => !reviewer.organizationUnitKey);
    expect(
      countBy(
        fromInstitutes.flatMap((reviewer) => reviewer.areaIds),
        String,
      )['wl-01'],
    ).toBe(3);
  });
});

describe('credit codes', () => {
  const codes = plan.register.flatMap((row) => row.creditCode ?? []);

  /** Both check digits anew, by another way than the generator's: sums of powers modulo 31 and 11 (GB 32100, GB 11714). */
  const residues = (code: string): [number, number] => {
    const order = '0123456789ABCDEFGHJKLMNPQRTUWXY';
    const powerAt = (i: number) => (i === 17 ? 1n : 3n ** BigInt(i));
    const whole = [...code].reduce((sum, each, i) => sum + BigInt(order.indexOf(each)) * powerAt(i), 0n);
    const weights = [3, 7, 9, 10, 5, 8, 4, 2, 1];
    const part = [...code.slice(8, 17)].map((character, i) =>
      i === 8 && character === 'X' ? 10 : Number.parseInt(character, 36) * (weights[i] ?? 0),
    );
    return [Number(whole % 31n), part.reduce((sum, value) => sum + value, 0) % 11];
  };

  it('are told right and wrong by the recomputation itself', () => {
    expect(residues('12310105MB00000A24')).toEqual([0, 0]);
    expect(residues('91350100M000100Y43')).toEqual([0, 0]);
    expect(residues('91350100M000100Y4Z')).not.toEqual([0, 0]);
  });

  it('have both check digits right, each, and occur once', () => {
    expect(codes.filter((code) => !/^[0-9A-HJ-NPQRTUWXY]{18}$/.test(code))).toEqual([]);
    expect(codes.filter((code) => residues(code).join() !== '0,0')).toEqual([]);
    expect(new Set(codes).size).toBe(codes.length);
  });

  it('are borne by all applicants but 党组织', () => {
    const without = plan.units.filter((unit) => unit.creditCode === undefined);
    expect(countBy(without, (unit) => unit.categoryId)).toEqual({ party: 10 });
  });
});

describe('a seed', () => {
  it('gives the same season twice, and another season for another seed', () => {
    expect(season(seed)).toEqual(plan);
    const courses = seeds.map((each) => JSON.stringify(season(each).units.map((unit) => unit.course)));
    expect(new Set(courses).size).toBe(seeds.length);
  });

  it('is kept for ever: this fingerprint changes only when the season is meant to change', () => {
    const marks = plan.units.map((unit) => totalOf(unit, 'reviewer-30'));
    expect(createHash('sha256').update(JSON.stringify(marks)).digest('hex').slice(0, 16)).toBe('854c6c8ff277d1f5');
  });

  it.each(seeds)('"%s" has every course as often as the README says', (each) => {
    const courses = season(each).units.map(({ course }) => course);
    expect(
      countBy(courses, (course) => (course.kind === 'returned' ? `returned by ${course.by}` : course.kind)),
    ).toEqual({
      smooth: 222,
      'returned by recommender': 7,
      'returned by office': 4,
      'not-recommended': 4,
      rejected: 3,
      withdrawn: 4,
      'assessment-missed': 2,
      'assessment-returned': 4,
    });
    expect(
      season(each)
        .units.flatMap((unit) => unit.veto?.ground ?? [])
        .sort(),
    ).toEqual(['credit-record', 'fabrication', 'safety-accident']);
  });
});

describe('times', () => {
  it('follow one another within the windows of the cycle', () => {
    const { windows } = plan.cycle;
    const inOrder = plan.units.filter(({ times, course }) => {
      const corrected = course.kind === 'returned' ? [course.returnedAt, course.resubmittedAt] : [];
      const steps =
        course.kind === 'returned' && course.by === 'office'
          ? [times.submittedAt, windows.closesAt, times.recommendedAt, ...corrected, times.checkedAt]
          : [times.submittedAt, windows.closesAt, ...corrected, times.recommendedAt, times.checkedAt];
      const all = [windows.opensAt, ...steps, windows.checkBy, times.assessedAt, windows.assessBy];
      return all.every((at, i) => i === 0 || (all[i - 1] ?? '') < at);
    });
    expect(inOrder).toHaveLength(250);
  });
});

describe('marks', () => {
  it('lie within the full marks and have two decimals, for every unit and point', () => {
    const bad = plan.units.flatMap((unit) =>
      leavesFor(unit.categoryId).flatMap((point) =>
        [
          markOf(seed, unit.unitKey, 'reviewer-07', point.pointId, point.fullMarks),
          selfMarkOf(seed, unit.unitKey, point.pointId, point.fullMarks),
        ].filter((mark) => !/^\d+\.\d{2}$/.test(mark) || Number(mark) > point.fullMarks / 100),
      ),
    );
    expect(bad).toEqual([]);
  });

  it('are full or none where the standard asks yes or no, for reviewers and units alike', () => {
    const asked = plan.units.flatMap((unit) =>
      leavesFor(unit.categoryId)
        .filter((point) => point.rule.kind === 'yes-no')
        .map((point) => ({ unit, point })),
    );
    expect(countBy(asked, ({ unit }) => unit.categoryId)).toEqual({ school: 40, society: 39 });
    const between = asked.filter(({ unit: { unitKey }, point: { pointId, fullMarks } }) =>
      [markOf(seed, unitKey, 'reviewer-07', pointId, fullMarks), selfMarkOf(seed, unitKey, pointId, fullMarks)].some(
        (mark) => !['0.00', '6.00'].includes(mark),
      ),
    );
    expect(between).toEqual([]);
  });

  it('differ between reviewers, so that dropping the highest and the lowest matters', () => {
    const ordinary = plan.units.find(
      (unit) => unit.course.kind === 'smooth' && totalOf(unit, 'reviewer-30') % 100 !== 0,
    );
    const totals = plan.reviewers.map((reviewer) => (ordinary ? totalOf(ordinary, reviewer.key) : 0));
    expect(new Set(totals).size).toBeGreaterThan(40);
  });

  it('put most units above 90 and some below, on the mean of all reviewers', () => {
    const passing = plan.units.filter((unit) => {
      const totals = plan.reviewers.map((reviewer) => totalOf(unit, reviewer.key));
      return totals.reduce((sum, total) => sum + total, 0) >= 9_000 * totals.length;
    });
    expect(passing).toHaveLength(202);
  });

  it.each(seeds)('of seed "%s" give the exact 90s and the ties, whoever reviews', (each) => {
    const { units, ties, exactlyNinety } = season(each);
    /** 综合分 in hundredths of hundredths, with the weights 60/30/10. */
    const compositeOf = (unitKey: string): number => {
      const unit = units.find((other) => other.unitKey === unitKey);
      if (!unit) return Number.NaN;
      const totals = plan.reviewers.map((reviewer) => totalOf(unit, reviewer.key, each));
      expect(new Set(totals).size).toBe(1);
      const digits = (text: string) => Number(text.replace('.', ''));
      return 60 * (totals[0] ?? 0) + 30 * digits(unit.site.score) + 10 * digits(unit.satisfaction.score);
    };
    expect(exactlyNinety.map(compositeOf)).toEqual(Array<number>(6).fill(900_000));
    for (const tie of ties) {
      const composite = Number(tie.composite.replace('.', '')) * 100;
      expect(tie.unitKeys.map(compositeOf)).toEqual([composite, composite]);
    }
  });

  it('part the agencies of a tie by the results indicator alone', () => {
    const tie = plan.ties.find((each) => each.brokenBy === 'results-indicator');
    const results = leavesFor('agency').filter((point) => point.pointId.startsWith('5.'));
    const [higher, lower] = (tie?.unitKeys ?? []).map((unitKey) =>
      results
        .map((point) => markOf(seed, unitKey, 'reviewer-01', point.pointId, point.fullMarks))
        .reduce((sum, mark) => sum + Number(mark.replace('.', '')), 0),
    );
    expect([higher, lower]).toEqual([1_890, 1_840]);
  });
});

describe('reviewers', () => {
  it('recuse from their own organization, and now and then from another, but seldom', () => {
    const pairs = plan.units.flatMap((unit) => plan.reviewers.map((reviewer) => ({ unit, reviewer })));
    const recused = pairs.filter(({ unit, reviewer }) => recusalOf(seed, unit.unitKey, reviewer.key));
    const own = pairs.filter(({ unit, reviewer }) => reviewer.organizationUnitKey === unit.unitKey);
    expect(own.map(({ unit, reviewer }) => recusalOf(seed, unit.unitKey, reviewer.key))).toEqual(
      Array<string>(12).fill('same-organization'),
    );
    expect(recused.length).toBeGreaterThan(100);
    expect(recused.length).toBeLessThan(400);
    const both = recused.filter(({ unit, reviewer }) => isOverdue(seed, unit.unitKey, reviewer.key));
    expect(both).toEqual([]);
  });

  it('suffice: the loads of each category could be borne twice over', () => {
    for (const { categoryId, panelSize } of plan.cycle.categories) {
      const needed = plan.units.filter((unit) => unit.categoryId === categoryId).length * panelSize;
      const able = plan.reviewers.filter((reviewer) => reviewer.categoryIds.includes(categoryId));
      expect(able.reduce((sum, reviewer) => sum + reviewer.maximumLoad, 0)).toBeGreaterThanOrEqual(2 * needed);
    }
  });
});

describe('objections', () => {
  it.each(seeds)('of seed "%s" end in each way, against entries that were scored high by all', (each) => {
    const { objections, units } = season(each);
    expect(countBy(objections, (objection) => objection.outcome)).toEqual({
      upheld: 1,
      'partly-upheld': 1,
      dismissed: 2,
      inadmissible: 2,
    });
    const targets = objections.flatMap(({ target }) => (target.kind === 'entry' ? target.unitKey : []));
    expect(new Set(targets).size).toBe(4);
    const totals = targets.map((key) =>
      units.filter((unit) => unit.unitKey === key).map((unit) => totalOf(unit, 'reviewer-09', each)),
    );
    expect(totals).toEqual(Array<number[]>(4).fill([9_800]));
  });
});

describe('evidence', () => {
  const files = plan.units.flatMap((unit) =>
    leavesFor(unit.categoryId).map((point) => evidenceOf(seed, unit.unitKey, point.pointId)),
  );
  const hashes = files.map((file) => createHash('sha256').update(file.bytes).digest('hex'));

  it('is distinct for every point of every unit, in both kinds', () => {
    expect(new Set(hashes).size).toBe(files.length);
    expect(new Set(files.map((file) => file.fileName)).size).toBe(files.length);
    expect(Object.keys(countBy(files, (file) => file.contentType)).sort()).toEqual(['application/pdf', 'image/jpeg']);
  });

  it('bears Chinese names that end as their kind does', () => {
    const odd = files.filter(({ fileName, contentType }) => {
      const extension = contentType === 'application/pdf' ? 'pdf' : 'jpg';
      return !new RegExp(`^[A-Z]{2}-\\d{3}-[\\d.]+-\\p{sc=Han}+\\.${extension}$`, 'u').test(fileName);
    });
    expect(odd).toEqual([]);
    expect(evidenceOf(seed, 'QY-003', 'letter').fileName).toBe('QY-003-授权函(盖章).pdf');
  });

  it('is the same when asked for again, and differs by seed', () => {
    expect(evidenceOf(seed, 'SQ-001', '1.1.1')).toEqual(evidenceOf(seed, 'SQ-001', '1.1.1'));
    expect(evidenceOf('x', 'SQ-001', '1.1.1').bytes).not.toEqual(evidenceOf('y', 'SQ-001', '1.1.1').bytes);
  });
});
