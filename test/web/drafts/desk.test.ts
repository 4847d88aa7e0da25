import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isOnServer } from '#web/drafts/draft.ts';
import { type DraftsWorld, draftsWorld, type Tab, wordsOf } from './drafts-world.ts';

const field = fc.constantFrom('a', 'b');
const act = fc.oneof(
  { weight: 8, arbitrary: fc.record({ kind: fc.constant('type' as const), tab: fc.nat(1), field }) },
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('pass' as const), time: fc.integer({ min: 1, max: 4000 }) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('online' as const), is: fc.boolean() }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('losing' as const), is: fc.boolean() }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('crash' as const), tab: fc.nat(1) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('close' as const), tab: fc.nat(1) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('elsewhere' as const), field }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('choose' as const),
      tab: fc.nat(1),
      side: fc.constantFrom('mine' as const, 'theirs' as const),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('rescue' as const), tab: fc.nat(1) }) },
);
type Act = typeof act extends fc.Arbitrary<infer Kind> ? Kind : never;

/** Plays the acts in two windows; tells which words each party was told to be safe. */
async function play(acts: readonly Act[]) {
  const world = draftsWorld();
  const tabs: (Tab | undefined)[] = [await world.open(), await world.open()];
  const saved = new Set<string>();
  const onDisk = new Set<string>();
  let words = 0;
  const note = (): void => {
    for (const tab of tabs) {
      if (!tab) continue;
      const draft = tab.desk.draft();
      const own = Object.values(draft.mine).flatMap(wordsOf);
      if (isOnServer(draft)) for (const word of own) saved.add(word);
      if (draft.onDisk >= draft.sequence) for (const word of own) onDisk.add(word);
    }
  };
  for (const each of acts) {
    const at = 'tab' in each ? each.tab : 0;
    const tab = tabs[at];
    if (each.kind === 'pass') await world.pass(each.time);
    if (each.kind === 'online') world.online(each.is);
    if (each.kind === 'losing') world.losingAnswers(each.is);
    if (each.kind === 'elsewhere') {
      words += 1;
      world.elsewhere({ [each.field]: `${world.server().fields[each.field]} w${words}` });
    }
    if (each.kind === 'type' && tab) {
      words += 1;
      tab.desk.set({ [each.field]: `${tab.desk.value(each.field)} w${words}` });
    }
    if (each.kind === 'choose' && tab) {
      const [contested] = tab.desk.draft().contested;
      if (contested) tab.desk.choose(contested, each.side);
    }
    if (each.kind === 'rescue') tab?.desk.rescue();
    if (each.kind === 'crash' && tab) {
      world.crash(tab);
      tabs[at] = await world.open();
    }
    if (each.kind === 'close' && tab) {
      tab.desk.close();
      await world.pass(10);
      // Whoever left still sends; then it is as gone as after a crash.
      world.crash(tab);
      tabs[at] = await world.open();
    }
    if (!tabs[at]) tabs[at] = await world.open();
    note();
  }
  return { world, tabs, saved, onDisk };
}

/** Everything is well again, and every window is opened once more: where is each word now? */
async function everywhere({ world, tabs }: { world: DraftsWorld; tabs: (Tab | undefined)[] }): Promise<Set<string>> {
  world.online(true);
  world.losingAnswers(false);
  await world.pass(60_000);
  for (const tab of tabs) if (tab) world.crash(tab);
  const last = await world.open();
  await world.pass(60_000);
  const draft = last?.desk.draft();
  const texts = [
    ...Object.values(world.server().fields),
    ...Object.values(draft?.mine ?? {}),
    ...(draft?.aside.map(({ value }) => value) ?? []),
  ];
  return new Set(texts.flatMap(wordsOf));
}

describe('a document that is written in windows that crash, over a connection that breaks', () => {
  const runs = { numRuns: 400 };

  it('loses no word of which it was said that it is on the server, or on this machine', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 5, maxLength: 40 }), async (acts) => {
        const played = await play(acts);
        const there = await everywhere(played);
        expect([...played.saved, ...played.onDisk].filter((word) => !there.has(word))).toEqual([]);
      }),
      runs,
    );
  });

  it('overwrites no word on the server that its window did not know, or that was not put aside by choice', async () => {
    const calm = act.filter(({ kind }) => kind !== 'choose');
    await fc.assert(
      fc.asyncProperty(fc.array(calm, { minLength: 5, maxLength: 40 }), async (acts) => {
        const { world } = await play(acts);
        for (const { before, after } of world.writes) {
          const kept = Object.values(after.fields).flatMap(wordsOf);
          expect(
            Object.values(before.fields)
              .flatMap(wordsOf)
              .filter((word) => !kept.includes(word)),
          ).toEqual([]);
        }
      }),
      runs,
    );
  });

  it('leaves nothing on this machine once everything is on the server and nothing was put aside', async () => {
    const calm = act.filter(({ kind }) => kind === 'type' || kind === 'pass');
    await fc.assert(
      fc.asyncProperty(fc.array(calm, { maxLength: 20 }), async (acts) => {
        const { world, tabs } = await play(acts);
        await world.pass(60_000);
        const open = tabs.filter((tab) => tab?.desk.draft().contested.length);
        expect(open.length > 0 || world.disk.size === 0).toBe(true);
      }),
      runs,
    );
  });
});
