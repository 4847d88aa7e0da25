import { dependencies } from '#lambda/dependencies';
import { systemContext } from '#services/context';
import { grant } from '#services/people/grant';

const personId = process.argv[2];
if (!personId) throw new Error('usage: first-administrator SUB');
const ctx = systemContext(
  dependencies('operator'),
  'operator/first-administrator',
  `operator/${new Date().toISOString()}`,
);
const { name, grants } = await grant(ctx, { personId, grants: [{ role: 'office', duties: ['administer'] }] });
console.log(`${name}: ${JSON.stringify(grants)}`);
