import type { Standard } from '../standards.ts';
import { agencyStandard } from './agency.ts';
import { communityStandard } from './community.ts';
import { enterpriseStandard } from './enterprise.ts';
import { familyStandard } from './family.ts';
import { institutionStandard } from './institution.ts';
import { partyStandard } from './party.ts';
import { schoolStandard } from './school.ts';
import { societyStandard } from './society.ts';

/** The standards that a new office finds, one per category; each is edited in the standards editor (domain.md §8). */
export const exampleStandards: readonly Standard[] = [
  partyStandard,
  agencyStandard,
  schoolStandard,
  enterpriseStandard,
  societyStandard,
  institutionStandard,
  communityStandard,
  familyStandard,
];
