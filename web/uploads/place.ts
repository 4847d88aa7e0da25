import type { EvidenceFile } from '#domain/evidence';

/** Where a file is to go: evidence of an application's point, a unit's letter, a signed sheet. */
export type Place = {
  readonly purpose: EvidenceFile['purpose'];
  readonly subjectId: string;
  readonly pointId?: string;
};

export const samePlace = (one: Place, other: Place): boolean =>
  one.purpose === other.purpose && one.subjectId === other.subjectId && one.pointId === other.pointId;

export const nameOf = ({ purpose, subjectId, pointId = '' }: Place): string => `${purpose}/${subjectId}/${pointId}`;
