import { hashOf } from '#domain/audit';
import { type Drawn, draw, drawAlgorithm, isUndrawable, panelsOf } from '#domain/draw';
import { drawFile } from '#domain/draw-file';
import { closed, type DrawProblem } from '#domain/draw-problem';
import { randomOf } from './instances.ts';

type Shape = Partial<Pick<DrawProblem, 'aim' | 'onePerOrganization' | 'outsiders'>> & { readonly seed: number };

const padded = (at: number): string => String(at).padStart(4, '0');

/** 14 applications of 3 or 5, 16 experts of 12 organizations, some conflicts and a pin. */
function problemOf(
  seed: string,
  { aim = 'sum', onePerOrganization = true, outsiders = 1, seed: number }: Shape,
): DrawProblem {
  const random = randomOf(number);
  const columns = 16;
  const applications = Array.from({ length: 14 }, (_, row) => ({
    applicationId: `application-${row}`,
    drawKey: `a${padded(row)}`,
    categoryId: 'enterprise',
    name: `企业${row}`,
    size: row % 2 === 0 ? 3 : 5,
  }));
  const fit = Int16Array.from({ length: applications.length * columns }, () =>
    random() < 0.1 ? closed(['declared']) : 50 * Math.floor(random() * 21),
  );
  fit[0] = 500;
  return {
    ...{ round: 'documents', aim, seed, onePerOrganization, outsiders, applications, fit, pins: [[0, 0]] },
    reviewers: Array.from({ length: columns }, (_, column) => ({
      reviewerId: `reviewer-${column}`,
      drawKey: `r${padded(column)}`,
      name: `专家${column}`,
      least: 0,
      most: 9,
      organization: column % 12,
      outside: (column % 12) % 3 === 0,
    })),
  };
}

/** The files of a small draw, made by the house's own rules, and what its record says. */
export function smallDraw(seed: string, shape: Shape = { seed: 1 }) {
  const outcome = draw(problemOf(seed, shape));
  if (isUndrawable(outcome)) throw new Error('the small draw has no outcome');
  const drawn: Drawn = outcome;
  const { text, hash: inputHash } = drawFile(drawn.problem, drawAlgorithm);
  const panels = panelsOf(drawn);
  const { total, members, prices } = drawn.solution;
  return {
    record: {
      ...{ round: 'documents', number: 1, algorithm: drawAlgorithm, seed, inputHash, outputHash: hashOf(panels) },
      ...{ withPanel: panels.length, reviewers: 16, pairs: members.length, totalFit: total },
      drawnAt: '2026-06-21T09:00:00.000+08:00',
    },
    files: {
      inputs: text,
      panels: JSON.stringify(panels),
      certificate: JSON.stringify({ inputHash, total, prices: [...prices], pins: drawn.core.pins }),
    },
  };
}
