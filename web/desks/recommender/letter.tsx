import { useTell } from '#web/messages/language.tsx';
import { cases } from '#web/messages/recommender.ts';
import type { Said } from '#web/messages/say.ts';

type LetterProps = {
  readonly unit: string;
  readonly body: Said;
  readonly days: number;
  readonly fields: readonly { readonly path: string; readonly name: string; readonly reason: string }[];
};

/** What the applicant will read of the return, before it is sent. */
export function Letter({ unit, body, days, fields }: LetterProps) {
  const tell = useTell();
  return (
    <>
      <p className="quiet">{tell(cases.letterIntro)}</p>
      <blockquote className="case-letter serif">
        <p>{tell(cases.letterHead(unit))}</p>
        <p>{tell(body)}</p>
        {fields.length > 0 && (
          <ol>
            {fields.map(({ path, name, reason }) => (
              <li key={path}>{tell(cases.letterField(name, reason))}</li>
            ))}
          </ol>
        )}
        <p>{tell(cases.letterDeadline(days))}</p>
      </blockquote>
    </>
  );
}
