import type { Application } from './applications.ts';
import { hashOf } from './audit.ts';
import { normalizeName } from './names.ts';
import type { Reviewer } from './reviews.ts';

/**
 * What a draw knows a unit and a reviewer by. It is made of what they are and not of the ids that the system gave them,
 * so that the same people and units draw the same panels wherever the season is run again.
 */
const keyOf = (...parts: readonly string[]): string => hashOf(parts.map(normalizeName)).slice(0, 16);

export const applicationDrawKey = ({
  categoryId,
  areaId,
  organizationName,
}: Pick<Application, 'categoryId' | 'areaId' | 'organizationName'>): string =>
  keyOf(categoryId, areaId, organizationName);

export const reviewerDrawKey = ({ organizationName, name }: Pick<Reviewer, 'organizationName' | 'name'>): string =>
  keyOf(organizationName, name);
