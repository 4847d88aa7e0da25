import type { EvidenceFile } from '#domain/evidence';

/** Where a file is to go: evidence of an application's point, a unit's letter, a signed sheet. */
export type Place = {
  /** The scan of an objector's seal goes another way: nobody needs to be signed in for it (desks/publicity). */
  readonly purpose: Exclude<EvidenceFile['purpose'], 'seal'>;
  readonly subjectId: string;
  readonly pointId?: string;
};

export const samePlace = (one: Place, other: Place): boolean =>
  one.purpose === other.purpose && one.subjectId === other.subjectId && one.pointId === other.pointId;

export const nameOf = ({ purpose, subjectId, pointId = '' }: Place): string => `${purpose}/${subjectId}/${pointId}`;
