import { type DrawProblem, inDrawOrder } from '#domain/draw-problem';
import { randomOf } from './instances.ts';

type Shape = {
  readonly seed?: number;
  readonly rows: number;
  readonly columns: number;
  readonly size?: number;
  readonly most?: number;
  readonly changes?: Partial<DrawProblem>;
};

/** A draw of some applications and reviewers with fits by chance and a few closed pairs. */
export function drawProblem({ seed = 1, rows, columns, size = 3, most = 20, changes = {} }: Shape): DrawProblem {
  const random = randomOf(seed);
  const numbers = (count: number): number[] => Array.from({ length: count }, (_, at) => at + 1);
  const applications = numbers(rows).map((at) => ({
    applicationId: `case-${at}`,
    drawKey: `unit ${at}`,
    categoryId: 'enterprise',
    name: `示例企业${at}`,
    size,
  }));
  const reviewers = numbers(columns).map((at) => ({
    reviewerId: `reviewer-${at}`,
    drawKey: `expert ${at}`,
    name: `专家${at}`,
    least: 0,
    most,
    organization: at,
    outside: at % 3 === 0,
  }));
  return {
    round: 'documents',
    aim: 'sum',
    seed: 'test',
    onePerOrganization: false,
    outsiders: 0,
    applications: inDrawOrder(applications, (each) => each.applicationId),
    reviewers: inDrawOrder(reviewers, (each) => each.reviewerId),
    fit: Int16Array.from({ length: rows * columns }, () =>
      random() < 0.05 ? -(1 + Math.floor(random() * 0x7fff)) : Math.floor(random() * 1001),
    ),
    pins: [],
    ...changes,
  };
}
