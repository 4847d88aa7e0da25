import { App, Button } from 'antd';
import { shanghaiMinute } from '#web/kit/time.tsx';
import { drafts } from '#web/messages/applicant-drafts.ts';
import { useTell } from '#web/messages/language.tsx';
import type { DraftDesk } from './desk.ts';
import type { Value } from './fields.ts';
import { useDraftState } from './use-draft.ts';
import './drafts.css';

type Props = {
  readonly desk: DraftDesk;
  /** What a field is called. */
  readonly label: (field: string) => string;
  /** How its value reads, where it is not text. */
  readonly show?: (field: string, value: Value) => string;
};

const plain = (_field: string, value: Value): string =>
  value === undefined || value === null ? '' : typeof value === 'object' ? JSON.stringify(value) : String(value);

/** Fields that were changed here and elsewhere, both texts side by side; and the texts that were not taken before. */
export function Conflicts({ desk, label, show = plain }: Props) {
  const { contested } = useDraftState(desk);
  return (
    <>
      {contested.map((field) => (
        <Conflict key={field} desk={desk} field={field} label={label} show={show} />
      ))}
      <PutAside desk={desk} label={label} show={show} />
    </>
  );
}

function Conflict({ desk, field, label, show }: Required<Props> & { readonly field: string }) {
  const tell = useTell();
  const { mine, base } = useDraftState(desk);
  const sides = [
    { side: 'mine', title: drafts.mine, verb: drafts.takeMine, value: mine[field] },
    { side: 'theirs', title: drafts.theirs, verb: drafts.takeTheirs, value: base.fields[field] },
  ] as const;
  return (
    <section className="card" role="alert" style={{ borderLeft: '4px solid var(--warn)', marginBottom: 16 }}>
      <h2>{tell(drafts.conflictTitle(label(field)))}</h2>
      <p className="quiet">{tell(drafts.conflictHelp)}</p>
      <div className="draft-sides">
        {sides.map(({ side, title, verb, value }) => (
          <div key={side} className="draft-side">
            <strong>{tell(title)}</strong>
            <pre>{show(field, value) || tell(drafts.blank)}</pre>
            <Button onClick={() => desk.choose(field, side)}>{tell(verb)}</Button>
          </div>
        ))}
      </div>
    </section>
  );
}

function PutAside({ desk, label, show }: Required<Props>) {
  const tell = useTell();
  const { message } = App.useApp();
  const { aside } = useDraftState(desk);
  if (aside.length === 0) return null;
  const copy = async (text: string): Promise<void> => {
    await navigator.clipboard.writeText(text);
    message.success(tell(drafts.copied));
  };
  return (
    <details className="draft-aside no-print">
      <summary>{tell(drafts.aside(aside.length))}</summary>
      <ul>
        {aside.map(({ field, value, at }, place) => (
          <li key={`${field}/${at}/${String(value).length}`}>
            <div className="row spread">
              <span>
                {label(field)} <span className="quiet figures">{shanghaiMinute(at)}</span>
              </span>
              <span className="row">
                <Button size="small" onClick={() => copy(show(field, value))}>
                  {tell(drafts.copy)}
                </Button>
                <Button size="small" type="text" onClick={() => desk.putAway(place)}>
                  {tell(drafts.putAway)}
                </Button>
              </span>
            </div>
            <pre>{show(field, value)}</pre>
          </li>
        ))}
      </ul>
    </details>
  );
}
