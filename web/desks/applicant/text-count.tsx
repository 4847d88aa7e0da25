import { applicant } from '#web/messages/applicant.ts';
import { useTell } from '#web/messages/language.tsx';

/** How much is written of what may be, and by how much it is too long. */
export function TextCount({ length, limit }: { readonly length: number; readonly limit: number }) {
  const tell = useTell();
  const isOver = length > limit;
  return (
    <span className={isOver ? 'form-count figures over' : 'form-count figures'}>
      {tell(applicant.wordsOf(length, limit))}
      {isOver && <> · {tell(applicant.overLimit(length - limit))}</>}
    </span>
  );
}
