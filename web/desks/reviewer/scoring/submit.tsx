import { App, Button, Modal } from 'antd';
import { type ReactNode, useRef, useState } from 'react';
import { formatMark } from '#domain/marks';
import type { ObservationPoint } from '#domain/standards';
import { useAct } from '#web/api/queries.ts';
import { useAttempts } from '#web/kit/act-dialog.tsx';
import { Trouble } from '#web/kit/states.tsx';
import { kit } from '#web/messages/kit.ts';
import { useTell } from '#web/messages/language.tsx';
import { scoring } from '#web/messages/reviewer-scoring.ts';
import type { Outliers } from './outliers.ts';
import type { Tally } from './sheet.ts';

type SubmitProps = {
  readonly open: boolean;
  readonly close: () => void;
  readonly assignmentId: string;
  readonly name: string;
  readonly tally: Tally;
  readonly outliers: Outliers;
  readonly hasOverall: boolean;
  /** Sends what is not on the server yet; false where it cannot. */
  readonly flush: () => Promise<boolean>;
  readonly go: (pointId: string) => void;
  readonly done: () => void;
};

/** Before a sheet is handed in: what is blank, what is worth a second look, what follows from it. */
export function SubmitDialog(props: SubmitProps) {
  const { open, close, assignmentId, name, tally, flush, go, done } = props;
  const tell = useTell();
  const { message } = App.useApp();
  const { isBusy, trouble, attempt, forget } = useAttempts();
  const [unsaved, setUnsaved] = useState(false);
  const act = useAct('post', '/assignments/{assignmentId}/sheet/submit');
  const verb = useRef<HTMLButtonElement>(null);
  const [firstOpen] = tally.open;
  const submit = (): Promise<boolean> =>
    attempt(async () => {
      const isSaved = await flush();
      setUnsaved(!isSaved);
      if (!isSaved) return;
      await act.mutateAsync({ assignmentId });
      message.success(tell(scoring.submitted));
      done();
    });
  return (
    <Modal
      open={open}
      title={tell(scoring.submitTitle(name))}
      width={600}
      mask={{ closable: false }}
      onCancel={close}
      afterOpenChange={(isOpen) => isOpen && verb.current?.focus()}
      afterClose={() => {
        forget();
        setUnsaved(false);
      }}
      footer={
        <>
          <Button onClick={close}>{tell(kit.cancel)}</Button>
          {firstOpen ? (
            <Button type="primary" onClick={() => go(firstOpen.pointId)} ref={verb}>
              {tell(scoring.toFirstBlank)}
            </Button>
          ) : (
            <Button type="primary" danger loading={isBusy} onClick={submit} ref={verb}>
              {tell(scoring.submit)}
            </Button>
          )}
        </>
      }
    >
      {firstOpen ? <Blanks points={tally.open} go={go} /> : <Complete {...props} />}
      {unsaved && (
        <p role="alert" className="scoring-remark">
          {tell(scoring.notSavedYet)}
        </p>
      )}
      {trouble !== undefined && <Trouble error={trouble} />}
    </Modal>
  );
}

function Blanks({
  points,
  go,
}: {
  readonly points: readonly ObservationPoint[];
  readonly go: (pointId: string) => void;
}) {
  const tell = useTell();
  return (
    <>
      <p>{tell(scoring.submitBlanks(points.length))}</p>
      <PointLinks points={points} go={go} />
    </>
  );
}

function PointLinks({
  points,
  go,
}: {
  readonly points: readonly ObservationPoint[];
  readonly go: (pointId: string) => void;
}) {
  return (
    <ul className="scoring-links">
      {points.map(({ pointId, name }) => (
        <li key={pointId}>
          <button type="button" className="scoring-link" onClick={() => go(pointId)}>
            {pointId} {name}
          </button>
        </li>
      ))}
    </ul>
  );
}

function Complete({ tally, outliers, hasOverall, go }: SubmitProps) {
  const tell = useTell();
  const { atFull, atZero, unusual } = outliers;
  const remarks: { key: string; text: string; points?: ReactNode }[] = [
    ...(unusual
      ? [
          {
            key: 'total',
            text: tell(unusual.higher ? scoring.unusualHigh(unusual.mean) : scoring.unusualLow(unusual.mean)),
          },
        ]
      : []),
    ...(atZero.length > 0
      ? [{ key: 'zero', text: tell(scoring.atZero(atZero.length)), points: <PointLinks points={atZero} go={go} /> }]
      : []),
    ...(atFull.length > 0
      ? [{ key: 'full', text: tell(scoring.atFull(atFull.length)), points: <PointLinks points={atFull} go={go} /> }]
      : []),
    ...(hasOverall ? [] : [{ key: 'overall', text: tell(scoring.noOverall) }]),
  ];
  return (
    <>
      <p className="row spread">
        <span>{tell(scoring.submitTotal)}</span>
        <strong className="figures" style={{ fontSize: 20 }}>
          {tell(scoring.totalOf(formatMark(tally.total), formatMark(tally.full)))}
        </strong>
      </p>
      {remarks.length === 0 ? (
        <p className="quiet">{tell(scoring.nothingUnusual)}</p>
      ) : (
        <>
          <p style={{ fontWeight: 500 }}>{tell(scoring.lookAgain)}</p>
          {remarks.map(({ key, text, points }) => (
            <div key={key} className="scoring-remark">
              <span>{text}</span>
              {points}
            </div>
          ))}
        </>
      )}
      <p style={{ marginTop: 16 }}>{tell(scoring.submitConsequence)}</p>
    </>
  );
}
