import { usePersonNames } from '#web/api/person-names.ts';

type PersonNameProps = {
  readonly id: string;
  /** Where the record is evidence, the id that it keeps stands below the name of today. */
  readonly withId?: boolean;
};

/** Somebody whom a record keeps by an id: their name, and the id until it is known. */
export function PersonName({ id, withId = false }: PersonNameProps) {
  const name = usePersonNames([id])(id);
  if (name === undefined) return <span className="figures">{id}</span>;
  return (
    <span title={id}>
      {name}
      {withId && (
        <small className="quiet figures" style={{ display: 'block' }}>
          {id}
        </small>
      )}
    </span>
  );
}
