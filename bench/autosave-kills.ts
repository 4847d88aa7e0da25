import { autosaveUnderFire } from '#test/support/autosave-fire';

/**
 * The form is typed into while the connection is cut, the window closed or the box killed with -9, at 50 random
 * moments: what is lost? `npx tsx bench/autosave-kills.ts [moments=50] [seed=1]`
 */
const moments = Number(process.argv[2] ?? 50);
const seed = Number(process.argv[3] ?? 1);

const figures = await autosaveUnderFire({ moments, seed, say: (line) => console.log(line) });
const { lostAcknowledged, lostFromDisk, lostWhileOpen, overwritten } = figures;
console.log(JSON.stringify(figures, null, 2));
const losses = lostAcknowledged.length + lostFromDisk.length + lostWhileOpen.length + overwritten.length;
console.log(losses === 0 ? 'nothing was lost' : `${losses} words were lost or overwritten`);
process.exit(losses === 0 ? 0 : 1);
