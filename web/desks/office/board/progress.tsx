import { useCategoryName } from '#web/api/names.ts';
import { Figure } from '#web/kit/figure.tsx';
import { board as words } from '#web/messages/board.ts';
import { useTell } from '#web/messages/language.tsx';
import { countOf, left, type Stage, stageNames, stages } from './funnel.ts';
import type { BoardProps } from './page.tsx';

const colours: Readonly<Record<Stage, string>> = {
  draft: '#c9c4ba',
  submitted: '#a9c3e0',
  recommended: '#86abd3',
  accepted: '#6392c5',
  assessed: '#3f79b7',
  review: '#1f5fa8',
  scored: '#174a84',
  selected: '#8cc4a4',
  cleared: '#4f9f75',
  named: '#1a7f4b',
};

/** How far each category came, as bars; the table holds the same figures. */
export function Progress({ cycle, board: { counts } }: BoardProps) {
  const tell = useTell();
  const nameOf = useCategoryName();
  const categoryIds = cycle.categories.map(({ categoryId }) => categoryId);
  const inStage = (stage: Stage, categoryId: string): number =>
    stages[stage].reduce((sum, status) => sum + countOf(counts, status, categoryId), 0);
  const gone = (categoryId: string): number =>
    left.reduce((sum, status) => sum + countOf(counts, status, categoryId), 0);
  const shown = stageNames.filter((stage) => categoryIds.some((categoryId) => inStage(stage, categoryId) > 0));
  const bar = (name: string, color: string, data: readonly number[]) => ({
    type: 'bar',
    stack: 'all',
    name,
    data,
    itemStyle: { color },
    barMaxWidth: 20,
  });
  return (
    <section className="card">
      <Figure
        title={tell(words.progress)}
        height={Math.max(160, 80 + categoryIds.length * 32)}
        option={{
          legend: { bottom: 0, type: 'scroll' },
          tooltip: { trigger: 'axis', axisPointer: { type: 'shadow' } },
          grid: { left: 8, right: 16, top: 8, bottom: 40, containLabel: true },
          xAxis: { type: 'value', minInterval: 1 },
          yAxis: { type: 'category', inverse: true, data: categoryIds.map(nameOf) },
          series: [
            ...shown.map((stage) =>
              bar(
                tell(words.stages[stage]),
                colours[stage],
                categoryIds.map((categoryId) => inStage(stage, categoryId)),
              ),
            ),
            bar(tell(words.left), '#d9a6a1', categoryIds.map(gone)),
          ],
        }}
        table={{
          head: [tell(words.category), ...shown.map((stage) => tell(words.stages[stage])), tell(words.left)],
          rows: categoryIds.map((categoryId) => [
            nameOf(categoryId),
            ...shown.map((stage) => inStage(stage, categoryId)),
            gone(categoryId),
          ]),
        }}
      />
    </section>
  );
}
