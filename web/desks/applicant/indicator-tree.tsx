import { CheckCircleOutlined, ExclamationCircleOutlined, MinusCircleOutlined } from '@ant-design/icons';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { formatMark } from '#domain/marks';
import { useDraftState } from '#web/drafts/use-draft.ts';
import { applicant } from '#web/messages/applicant.ts';
import { paper } from '#web/messages/applicant-form.ts';
import { useTell } from '#web/messages/language.tsx';
import type { Said } from '#web/messages/say.ts';
import { emptyParts, lacksOf, scoreIn } from './assessment-draft.ts';
import { type EditorProps, REPORT, useShown } from './assessment-editor.tsx';

type Mark = 'done' | 'open' | 'returned';

const icons: Readonly<Record<Mark, ReactNode>> = {
  done: <CheckCircleOutlined style={{ color: 'var(--good)' }} />,
  open: <MinusCircleOutlined style={{ color: 'var(--quiet)' }} />,
  returned: <ExclamationCircleOutlined style={{ color: 'var(--warn)' }} />,
};
const words: Readonly<Record<Mark, Said>> = {
  done: applicant.pointDone,
  open: applicant.pointOpen,
  returned: applicant.pointReturned,
};

/** The indicators with what is done at each point, what is open, and what was returned. */
export function IndicatorTree({ desk, standard, application, place }: EditorProps & { readonly place: string }) {
  const tell = useTell();
  const { mine } = useDraftState(desk);
  const shown = useShown(application.applicationId);
  const returned = application.status === 'supplementing' ? (application.returned?.fields ?? []) : [];
  const isReturned = (prefix: string): boolean =>
    returned.some(({ path }) => path === prefix || path.startsWith(`${prefix}.`));
  const markOf = (prefix: string, isDone: boolean): Mark =>
    isReturned(prefix) ? 'returned' : isDone ? 'done' : 'open';
  return (
    <nav className="assess-tree" aria-label={tell(applicant.indicators)}>
      {standard.indicators.map((first) => (
        <div key={first.indicatorId}>
          <h2>
            {first.indicatorId} {first.name}
          </h2>
          <ul>
            {first.children
              .flatMap((second) => second.children)
              .map((point) => {
                const { pointId, name, fullMarks } = point;
                const isDone = lacksOf(point, mine, shown.has(pointId)).length === 0;
                return (
                  <Place
                    key={pointId}
                    place={pointId}
                    title={`${pointId} ${name}`}
                    mark={markOf(`points.${pointId}`, isDone)}
                    isCurrent={place === pointId}
                    figures={`${scoreIn(mine, pointId) || '–'}/${formatMark(fullMarks)}`}
                  />
                );
              })}
          </ul>
        </div>
      ))}
      <ul style={{ marginTop: 12 }}>
        <Place
          place={REPORT}
          title={tell(paper.reportTitle)}
          mark={markOf('report', emptyParts(mine).length === 0)}
          isCurrent={place === REPORT}
        />
      </ul>
    </nav>
  );
}

type PlaceProps = {
  readonly place: string;
  readonly title: string;
  readonly mark: Mark;
  readonly isCurrent: boolean;
  readonly figures?: string;
};

function Place({ place, title, mark, isCurrent, figures }: PlaceProps) {
  const tell = useTell();
  return (
    <li>
      <Link
        from="/applications/$applicationId/assessment"
        to="."
        search={{ point: place }}
        resetScroll={false}
        {...(isCurrent && { 'aria-current': 'step' as const })}
      >
        <span aria-hidden>{icons[mark]}</span>
        <span>
          {title}
          <span className="visually-hidden"> {tell(words[mark])}</span>
        </span>
        {figures && <span className="mark quiet figures">{figures}</span>}
      </Link>
    </li>
  );
}
