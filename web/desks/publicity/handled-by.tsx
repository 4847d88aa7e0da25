import { PersonName } from '#web/kit/person-name.tsx';
import { decisions } from '#web/messages/decisions.ts';
import { useTell } from '#web/messages/language.tsx';
import { publicity } from '#web/messages/publicity.ts';

type HandledByProps = {
  readonly draftedBy: string;
  readonly editedBy?: readonly string[];
  readonly checkedBy?: string | undefined;
};

/** Who drafted a document, changed it and checked it: never the same for the last. */
export function HandledBy({ draftedBy, editedBy = [], checkedBy }: HandledByProps) {
  const tell = useTell();
  const steps = [
    { word: decisions.steps.draft, ids: [draftedBy] },
    { word: publicity.edited, ids: [...new Set(editedBy)] },
    { word: decisions.steps.check, ids: checkedBy === undefined ? [] : [checkedBy] },
  ].filter(({ ids }) => ids.length > 0);
  return (
    <span className="row" style={{ gap: '0 16px' }}>
      {steps.map(({ word, ids }) => (
        <span key={tell(word)}>
          <span className="quiet">{tell(word)}</span>{' '}
          {ids.map((id) => (
            <span key={id} style={{ marginInlineEnd: 8 }}>
              <PersonName id={id} />
            </span>
          ))}
        </span>
      ))}
    </span>
  );
}
