import { describe, expect, it } from 'vitest';
import { placeOf } from '#web/desks/office/wizard/places.ts';
import { blankRules } from '#web/desks/office/wizard/rules.ts';
import { blankCategory } from '#web/desks/office/wizard/state.ts';

const shared = blankCategory('school', 'example-school@1');
const state = { categories: [shared, { ...shared, own: blankRules }] };

describe('the place of a problem in the wizard', () => {
  it.each([
    ['basis.documentNumber', 'basics', 'basisNumber'],
    ['basis', 'basics', 'basisTitle'],
    ['issuerCode', 'basics', 'issuerCode'],
    ['categories', 'categories', 'categories'],
    ['categories.0.categoryId', 'categories', 'categories.0'],
    ['categories.0.standardVersion', 'categories', 'categories.0.standard'],
    ['categories.0.quota', 'quotas', 'categories.0.seats'],
    ['categories.0.quota.total', 'quotas', 'categories.0.seats'],
    ['categories.0.quota.byRecommender', 'quotas', 'categories.0.recommenders'],
    ['categories.0.quota.byRecommender.教委', 'quotas', 'categories.0.recommenders.教委'],
    ['categories.0.quota.areas.2.minimum', 'quotas', 'categories.0.areas.2.minimum'],
    ['categories.0.panelSize', 'rules', 'rules.panelSize'],
    ['categories.1.panelSize', 'rules', 'categories.1.own.panelSize'],
    ['categories.0.panelRule.minimumSheets', 'rules', 'rules.minimumSheets'],
    ['categories.0.tieChain', 'rules', 'rules.ties'],
    ['categories.0.weights.site', 'rules', 'rules.weights.site'],
    ['categories.0.tiers.1.line', 'rules', 'rules.tiers.1.line'],
    ['categories.0.groupRules.outsideExperts', 'rules', 'outsideExperts'],
    ['windows.closesAt', 'dates', 'windows.closesAt'],
    ['windows.publicityOn', 'dates', 'publicityOn'],
    ['publicity.days', 'dates', 'publicity.days'],
    ['correctionDays', 'dates', 'correctionDays'],
    ['drawAim', 'rules', 'worstServed'],
    ['bonusCap', 'rules', 'bonusCap'],
  ])('%s stands under %s at %s', (path, step, field) => {
    expect(placeOf(path, state)).toEqual({ step, field });
  });
});
