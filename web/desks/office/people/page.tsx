import { Link } from '@tanstack/react-router';
import { Button, Form, Input, Select } from 'antd';
import { useDeferredValue, useState } from 'react';
import type { Grant } from '#domain/people';
import { mayAdminister } from '#domain/policies';
import { useActor } from '#web/api/actor.ts';
import { useCategoryName } from '#web/api/names.ts';
import { type ItemOf, usePages, useRead } from '#web/api/queries.ts';
import { Page } from '#web/kit/page.tsx';
import { Empty, Show } from '#web/kit/states.tsx';
import { type Column, DataTable } from '#web/kit/table.tsx';
import { kit } from '#web/messages/kit.ts';
import { useLanguage, useTell } from '#web/messages/language.tsx';
import { people } from '#web/messages/people.ts';
import { grantWords } from './grants.ts';
import { RolesForm } from './roles-form.tsx';

export type Somebody = ItemOf<'/people'>;

/** The roles that the office gives. */
const heldRoles = ['recommender', 'reviewer', 'office', 'committee', 'supervisor'] as const;
type HeldRole = (typeof heldRoles)[number];

/** Who made themselves known, with their roles in words; whoever administers sets them. */
export function PeoplePage() {
  const tell = useTell();
  const mayChange = mayAdminister(useActor());
  const [typed, setTyped] = useState('');
  const find = useDeferredValue(typed.trim());
  const [role, setRole] = useState<HeldRole | undefined>();
  const list = usePages('/people', { limit: 200, ...(find !== '' && { find }), ...(role && { role }) });
  const [edited, setEdited] = useState<Somebody | undefined>();
  const all = list.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <Page title={tell(people.title)}>
      <div className="stack">
        <p className="quiet reading">{tell(people.help)}</p>
        <Form layout="vertical" component="div" className="row reading" style={{ alignItems: 'start' }}>
          <Form.Item
            label={tell(people.find)}
            htmlFor="people-find"
            extra={tell(people.findHelp)}
            style={{ margin: 0, flex: '1 1 260px' }}
          >
            <Input
              id="people-find"
              allowClear
              value={typed}
              autoComplete="off"
              onChange={({ target }) => setTyped(target.value)}
            />
          </Form.Item>
          <Form.Item label={tell(people.ofRole)} htmlFor="people-role" style={{ margin: 0, flex: '0 1 180px' }}>
            <Select<HeldRole>
              id="people-role"
              allowClear
              placeholder={tell(people.everyRole)}
              value={role ?? null}
              onChange={(chosen) => setRole(chosen ?? undefined)}
              options={heldRoles.map((value) => ({ value, label: tell(people.role[value]) }))}
            />
          </Form.Item>
        </Form>
        <Show of={list}>{() => <PeopleTable rows={all} {...(mayChange && { edit: setEdited })} />}</Show>
        <p className="quiet figures" aria-live="polite" style={{ margin: 0 }}>
          {list.data && tell(people.loaded(all.length))}
        </p>
        {list.hasNextPage && (
          <div>
            <Button loading={list.isFetchingNextPage} onClick={() => list.fetchNextPage()}>
              {tell(kit.loadMore)}
            </Button>
          </div>
        )}
      </div>
      {edited && <RolesForm person={edited} close={() => setEdited(undefined)} />}
    </Page>
  );
}

/** Names of what a role's scope is made of. */
export function useScopeNames() {
  const category = useCategoryName();
  const areas = useRead('/areas', {});
  const area = (areaId: string): string => areas.data?.areas.find((each) => each.areaId === areaId)?.name ?? areaId;
  return { category, area };
}

/** Whom an applicant speaks for has a page of its own. */
const withUnit = (grant: Grant, words: string) =>
  grant.role === 'applicant' ? (
    <Link to="/organizations/$organizationId" params={{ organizationId: grant.organizationId }}>
      {words}
    </Link>
  ) : (
    words
  );

type TableProps = { readonly rows: readonly Somebody[]; readonly edit?: (person: Somebody) => void };

function PeopleTable({ rows, edit }: TableProps) {
  const tell = useTell();
  const { language } = useLanguage();
  const names = useScopeNames();
  const comma = language === 'zh' ? '、' : ', ';
  const words = (grant: Grant): string => grantWords(grant, tell, names, comma);
  const columns: Column<Somebody>[] = [
    {
      id: 'username',
      head: tell(people.username),
      cell: ({ username }) => username,
      value: ({ username }) => username,
      width: 220,
    },
    { id: 'name', head: tell(people.name), cell: ({ name }) => name, value: ({ name }) => name, width: 140 },
    {
      id: 'roles',
      head: tell(people.roles),
      cell: ({ grants }) =>
        grants.length === 0 ? (
          <span className="quiet">{tell(people.noRoles)}</span>
        ) : (
          grants.map((grant) => <div key={JSON.stringify(grant)}>{withUnit(grant, words(grant))}</div>)
        ),
      value: ({ grants }) => grants.map(words).join(),
      width: 440,
    },
    {
      id: 'acts',
      head: tell(people.acts),
      cell: (person) => (
        <span className="row" style={{ gap: '0 12px' }}>
          {edit && (
            <Button type="link" size="small" onClick={() => edit(person)}>
              {tell(people.setRoles)}
              <span className="visually-hidden"> {person.name}</span>
            </Button>
          )}
          <Link to="/audit/$" params={{ _splat: `person/${person.personId}` }}>
            {tell(people.chain)}
            <span className="visually-hidden"> {person.name}</span>
          </Link>
        </span>
      ),
      width: 180,
    },
  ];
  return (
    <DataTable
      name="people"
      caption={tell(people.title)}
      columns={columns}
      rows={rows}
      rowKey={({ personId }) => personId}
      empty={<Empty title={people.none} help={people.noneHelp} />}
    />
  );
}
