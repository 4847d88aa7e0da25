import { CheckCircleOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { FieldProblem } from '#domain/errors';
import { useTell } from '#web/messages/language.tsx';
import { standards as m } from '#web/messages/standards.ts';
import type { Place } from './edit.ts';

/** How many are told at once; the rest come when these are mended. */
const AT_ONCE = 8;

/** Where a problem is: `indicators.0.children.1.fullMarks` → [0, 1]. */
export const placeOf = (path: string): Place => {
  const found = /^indicators\.(\d+)(?:\.children\.(\d+))?(?:\.children\.(\d+))?/.exec(path);
  return (found ?? [])
    .slice(1)
    .filter((step) => step !== undefined)
    .map(Number);
};

type ProblemsProps = { readonly problems: readonly FieldProblem[]; readonly choose: (place: Place) => void };

/** What keeps a draft from being published; each leads to its place. */
export function Problems({ problems, choose }: ProblemsProps) {
  const tell = useTell();
  if (problems.length === 0) {
    return (
      <p role="status" style={{ color: 'var(--good)' }}>
        <CheckCircleOutlined aria-hidden /> {tell(m.sound)}
      </p>
    );
  }
  return (
    <details className="card" style={{ marginBottom: 16 }}>
      <summary>{tell(m.problems(problems.length))}</summary>
      <ul>
        {problems.slice(0, AT_ONCE).map((problem) => (
          <li key={`${problem.path}/${problem.code}`}>
            <Button
              type="link"
              size="small"
              style={{ height: 'auto', whiteSpace: 'normal', textAlign: 'start' }}
              onClick={() => choose(placeOf(problem.path))}
            >
              {tell(problem)}
            </Button>
          </li>
        ))}
      </ul>
    </details>
  );
}
