import { describe, expect, it } from 'vitest';
import { canonical, sha256 } from '#local/dossier/canonical';
import { type DrawFiles, drawFaults } from '#local/dossier/proof';
import { smallDraw } from '../../support/small-draw.ts';

const seed = '2026-06-20 07 12 19';

const filesOf = (shape: Parameters<typeof smallDraw>[1]): DrawFiles => {
  const { record, files } = smallDraw(seed, shape);
  return { ...files, told: record };
};

type Panels = { applicationId: string; reviewerIds: string[] }[];

/** The panels made otherwise, with every hash and total told anew. */
function otherwise(files: DrawFiles, change: (panels: Panels) => Panels): DrawFiles {
  const panels = change(JSON.parse(files.panels));
  return { ...files, panels: JSON.stringify(panels), told: { ...files.told, outputHash: sha256(canonical(panels)) } };
}

describe('the proof of a draw', () => {
  const shapes = [1, 2, 3, 4, 5].flatMap((number) =>
    (['sum', 'worst-served'] as const).flatMap((aim) =>
      [0, 1].map((outsiders) => ({ seed: number, aim, outsiders, onePerOrganization: outsiders === 1 })),
    ),
  );
  it.each(shapes)('holds for what the system drew: %o', (shape) => {
    expect([...drawFaults(filesOf(shape))]).toEqual([]);
  });

  const files = filesOf({ seed: 1 });

  it('refuses another seed, another fit, another bound of a load', () => {
    const told = { ...files.told, seed: 'another' };
    expect([...drawFaults({ ...files, told })]).toEqual([`the seed of the inputs is ${seed}`]);
    const inputs = files.inputs.replace('"most":', '"most":1');
    expect([...drawFaults({ ...files, inputs })][0]).toMatch(/^the frozen inputs have the hash/);
  });

  it('refuses prices that prove nothing', () => {
    const certificate = JSON.parse(files.certificate);
    const prices = certificate.prices.map((price: number, column: number) => price + (column === 3 ? 10_000_000 : 0));
    const faults = [...drawFaults({ ...files, certificate: JSON.stringify({ ...certificate, prices }) })];
    expect(faults).toEqual(['its prices do not prove that no better draw was possible']);
  });

  it('refuses a panel that was changed, although it keeps all rules and every hash fits', () => {
    const panels: Panels = JSON.parse(files.panels);
    const swaps = panels.flatMap((_, a) => panels.map((__, b) => [a, b] as const)).filter(([a, b]) => a < b);
    const refused = swaps.map(
      ([a, b]) =>
        [
          ...drawFaults(
            otherwise(files, (all) => {
              const [one, other] = [all[a]?.reviewerIds[0] ?? '', all[b]?.reviewerIds[0] ?? ''];
              const put = (panel: Panels[number] | undefined, id: string) => ({
                applicationId: panel?.applicationId ?? '',
                reviewerIds: [id, ...(panel?.reviewerIds.slice(1) ?? [])],
              });
              return all.with(a, put(all[a], other)).with(b, put(all[b], one));
            }),
          ),
        ].length > 0,
    );
    const same = swaps.filter(([a, b]) => panels[a]?.reviewerIds[0] === panels[b]?.reviewerIds[0]).length;
    expect(refused.filter((each) => !each)).toHaveLength(same);
  });

  it('refuses a panel that lacks somebody, and one with a stranger', () => {
    const lacking = otherwise(files, (all) =>
      all.map((panel, at) => (at === 2 ? { ...panel, reviewerIds: panel.reviewerIds.slice(1) } : panel)),
    );
    expect([...drawFaults(lacking)][0]).toMatch(/^application-2 has \d reviewers$/);
    const strange = otherwise(files, (all) =>
      all.map((panel, at) => (at === 2 ? { ...panel, reviewerIds: ['nobody', ...panel.reviewerIds.slice(1)] } : panel)),
    );
    expect([...drawFaults(strange)].some((fault) => fault.includes('who must not be'))).toBe(true);
  });
});
