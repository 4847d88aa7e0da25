import { Link } from '@tanstack/react-router';
import type { Column } from '#web/kit/table.tsx';
import { experts } from '#web/messages/experts.ts';
import type { Tell } from '#web/messages/language.tsx';

type Listed = { readonly reviewerId: string; readonly name: string; readonly organizationName: string };

/** Who an expert is, and of which unit: the first columns wherever experts are listed. */
export const expertColumns = <Row extends Listed>(
  tell: Tell,
  called = { id: 'name', head: experts.name },
): Column<Row>[] => [
  {
    id: called.id,
    head: tell(called.head),
    width: 120,
    cell: ({ reviewerId, name }) => (
      <Link to="/experts/$reviewerId" params={{ reviewerId }}>
        {name}
      </Link>
    ),
    value: ({ name }) => name,
  },
  {
    id: 'organization',
    head: tell(experts.organization),
    width: 220,
    cell: ({ organizationName }) => organizationName,
    value: ({ organizationName }) => organizationName,
  },
];
