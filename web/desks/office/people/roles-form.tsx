import { Alert, App, Button, Checkbox, Drawer, Form } from 'antd';
import { useState } from 'react';
import { officeDuties, personIdOf } from '#domain/people';
import { useActor } from '#web/api/actor.ts';
import { useAct } from '#web/api/queries.ts';
import { useConsequence } from '#web/kit/consequence.tsx';
import { useLeaveGuard, useLeaving } from '#web/kit/leave-guard.ts';
import { useLanguage, useTell } from '#web/messages/language.tsx';
import { people } from '#web/messages/people.ts';
import { grantsOfRoles, grantWords, losesAdministration, type Recommends, type Roles, rolesOf } from './grants.ts';
import { type Somebody, useScopeNames } from './page.tsx';
import { RecommenderFields } from './recommender-fields.tsx';

type RolesFormProps = { readonly person: Somebody; readonly close: () => void };

const faultless = (roles: Roles): boolean =>
  (!roles.isOffice || roles.duties.length > 0) &&
  roles.recommends.every(({ department, categoryIds }) => department !== '' && categoryIds.length > 0);

/** The roles that the office gives a person, each with its scope; what changes is told before it is saved. */
export function RolesForm({ person, close }: RolesFormProps) {
  const tell = useTell();
  const { message } = App.useApp();
  const ask = useConsequence();
  const isOwn = personIdOf(useActor()) === person.personId;
  const before = rolesOf(person.grants);
  const [isOpen, setOpen] = useState(true);
  const [isTried, setTried] = useState(false);
  const [roles, setRoles] = useState(before);
  const set = (change: Partial<Roles>): void => setRoles({ ...roles, ...change });
  const isChanged = isOpen && JSON.stringify(roles) !== JSON.stringify(before);
  useLeaveGuard(isChanged);
  const leaves = useLeaving();
  const leave = async (): Promise<void> => {
    if (!isChanged || (await leaves())) setOpen(false);
  };
  const grant = useAct('post', '/people/{personId}/grants', {
    done: () => void message.success(tell(people.saved)),
  });
  const run = async (): Promise<void> => {
    setTried(true);
    if (!faultless(roles)) return;
    const done = await ask({
      title: tell(people.confirmTitle(person.name)),
      consequence: <Difference person={person} roles={roles} loses={losesAdministration(isOwn, before, roles)} />,
      verb: tell(people.save),
      seal: losesAdministration(isOwn, before, roles),
      act: () => grant.mutateAsync({ personId: person.personId, grants: grantsOfRoles(roles) }),
    });
    if (done) setOpen(false);
  };
  return (
    <Drawer
      open={isOpen}
      size={560}
      title={tell(people.setRolesOf(person.name))}
      onClose={leave}
      afterOpenChange={(open) => !open && close()}
      footer={
        <Button type="primary" onClick={run}>
          {tell(people.save)}
        </Button>
      }
    >
      <Form layout="vertical" component="div">
        <p>
          <Checkbox checked={roles.isOffice} onChange={({ target }) => set({ isOffice: target.checked })}>
            {tell(people.role.office)} <span className="quiet">{tell(people.roleHelp.office)}</span>
          </Checkbox>
        </p>
        {roles.isOffice && (
          <Form.Item
            label={tell(people.dutiesLabel)}
            style={{ marginInlineStart: 24 }}
            {...(isTried &&
              roles.duties.length === 0 && { validateStatus: 'error' as const, help: tell(people.dutiesWanted) })}
          >
            <Checkbox.Group
              value={[...roles.duties]}
              onChange={(duties) => set({ duties: officeDuties.filter((duty) => duties.includes(duty)) })}
              options={officeDuties.map((value) => ({ value, label: tell(people.duties[value]) }))}
            />
          </Form.Item>
        )}
        {(['committee', 'supervisor', 'reviewer'] as const).map((role) => (
          <p key={role}>
            <Checkbox checked={roles[role]} onChange={({ target }) => set({ [role]: target.checked })}>
              {tell(people.role[role])} <span className="quiet">{tell(people.roleHelp[role])}</span>
            </Checkbox>
          </p>
        ))}
        <Recommending recommends={roles.recommends} isTried={isTried} set={(recommends) => set({ recommends })} />
        {person.grants.some(({ role }) => role === 'applicant') && <p className="quiet">{tell(people.kept)}</p>}
        {losesAdministration(isOwn, before, roles) && (
          <Alert type="warning" showIcon title={tell(people.ownAdministration)} />
        )}
      </Form>
    </Drawer>
  );
}

type RecommendingProps = {
  readonly recommends: readonly Recommends[];
  readonly isTried: boolean;
  readonly set: (recommends: readonly Recommends[]) => void;
};

function Recommending({ recommends, isTried, set }: RecommendingProps) {
  const tell = useTell();
  const change = (at: number, some: Partial<Recommends>): void =>
    set(recommends.map((each, place) => (place === at ? { ...each, ...some } : each)));
  return (
    <>
      {recommends.map((each, at) => (
        <RecommenderFields
          // biome-ignore lint/suspicious/noArrayIndexKey: a right has no name of its own
          key={at}
          at={at}
          right={each}
          isTried={isTried}
          set={(some) => change(at, some)}
          remove={() => set(recommends.filter((_, place) => place !== at))}
        />
      ))}
      <p>
        <Button onClick={() => set([...recommends, { department: '', categoryIds: [], areaIds: [] }])}>
          {tell(people.addRecommender)}
        </Button>
      </p>
    </>
  );
}

type DifferenceProps = { readonly person: Somebody; readonly roles: Roles; readonly loses: boolean };

/** Which roles come and which go, in words. */
function Difference({ person, roles, loses }: DifferenceProps) {
  const tell = useTell();
  const { language } = useLanguage();
  const names = useScopeNames();
  const comma = language === 'zh' ? '、' : ', ';
  const words = (grants: Somebody['grants']): string[] => grants.map((grant) => grantWords(grant, tell, names, comma));
  const before = words(person.grants.filter(({ role }) => role !== 'applicant'));
  const after = words(grantsOfRoles(roles));
  const added = after.filter((each) => !before.includes(each));
  const removed = before.filter((each) => !after.includes(each));
  return (
    <>
      {added.length > 0 && <p>{tell(people.added(added.join(comma)))}</p>}
      {removed.length > 0 && <p>{tell(people.removed(removed.join(comma)))}</p>}
      {added.length + removed.length === 0 && <p>{tell(people.unchanged)}</p>}
      <p className="quiet">{tell(people.confirmHelp)}</p>
      {loses && <Alert type="warning" showIcon title={tell(people.ownAdministration)} />}
    </>
  );
}
