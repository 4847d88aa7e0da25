import { CloudOutlined, InboxOutlined, LockOutlined, WarningOutlined } from '@ant-design/icons';
import { Button, Skeleton } from 'antd';
import { type ReactNode, use, useEffect, useState } from 'react';
import { isProblem, Problem, Unreachable } from '#web/api/problem.ts';
import { fieldSays } from '#web/messages/fields.ts';
import { kit } from '#web/messages/kit.ts';
import { useTell } from '#web/messages/language.tsx';
import type { Said } from '#web/messages/say.ts';
import { fieldLabel } from './field-label.ts';
import { Headed, Page } from './page.tsx';

/** What comes is shown as grey lines, and only when it takes longer than a glance. */
export function Waiting({ rows = 6 }: { readonly rows?: number }) {
  const tell = useTell();
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), 300);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div aria-busy="true" aria-live="polite">
      <span className="visually-hidden">{tell(kit.loading)}</span>
      {late && <Skeleton active={false} title={false} paragraph={{ rows }} />}
    </div>
  );
}

type EmptyProps = {
  readonly title: Said;
  /** What to do so that there is something. */
  readonly help?: Said;
  readonly children?: ReactNode;
};

/** Nothing yet: says so, and what to do next. */
export function Empty({ title, help, children }: EmptyProps) {
  const tell = useTell();
  return (
    <div style={{ padding: '40px 16px', textAlign: 'center' }}>
      <InboxOutlined style={{ fontSize: 32, color: 'var(--quiet)' }} aria-hidden />
      <p style={{ margin: '8px 0 4px', fontWeight: 500 }}>{tell(title)}</p>
      {help && <p className="quiet">{tell(help)}</p>}
      {children}
    </div>
  );
}

type Told = { readonly icon: ReactNode; readonly title: Said; readonly help?: Said };

function told(error: unknown): Told {
  if (error instanceof Unreachable) {
    return { icon: <CloudOutlined />, title: kit.unreachable, help: kit.unreachableHelp };
  }
  if (isProblem(error, 'NotFound')) {
    return { icon: <InboxOutlined />, title: kit.notFoundTitle, help: kit.notFoundHelp };
  }
  if (isProblem(error, 'NotAllowed')) return { icon: <LockOutlined />, title: error.words };
  if (error instanceof Problem) return { icon: <WarningOutlined />, title: error.words };
  return { icon: <WarningOutlined />, title: kit.unexpected, help: kit.unexpectedHelp };
}

type TroubleProps = {
  readonly error: unknown;
  readonly retry?: (() => void) | undefined;
  /** Whether what is wrong with the field at a path stands at the field already. */
  readonly isShown?: ((path: string) => boolean) | undefined;
};

/** What went wrong, every field of it, and what can be done next. A page that never came is called by it. */
export function Trouble(props: TroubleProps) {
  const tell = useTell();
  const isHeaded = use(Headed);
  if (isHeaded) return <TroubleCard {...props} />;
  return (
    <Page title={tell(told(props.error).title)} width="reading">
      <TroubleCard {...props} />
    </Page>
  );
}

function TroubleCard({ error, retry, isShown }: TroubleProps) {
  const tell = useTell();
  const { icon, title, help } = told(error);
  const problem = error instanceof Problem ? error : undefined;
  const fields = problem?.fields.filter(({ path }) => !isShown?.(path)) ?? [];
  return (
    <div role="alert" className="card" style={{ borderLeft: '4px solid var(--warn)' }}>
      <p style={{ fontWeight: 600 }}>
        <span style={{ color: 'var(--warn)', marginInlineEnd: 8 }} aria-hidden>
          {icon}
        </span>
        {tell(title)}
      </p>
      {help && <p className="quiet">{tell(help)}</p>}
      {fields.length > 0 && (
        <ul style={{ margin: '0 0 8px', paddingInlineStart: 20 }}>
          {fields.map((field) => (
            <li key={`${field.path}/${field.code}`}>
              <FieldName path={field.path} />
              {tell(field)}
            </li>
          ))}
        </ul>
      )}
      {problem?.requestId && <p className="quiet figures">{tell(kit.requestNumber(problem.requestId))}</p>}
      {retry && <Button onClick={retry}>{tell(kit.retry)}</Button>}
    </div>
  );
}

function FieldName({ path }: { readonly path: string }) {
  const tell = useTell();
  const label = fieldLabel(path);
  return label && tell(fieldSays(tell(label)));
}

type Query<Data> = {
  readonly data: Data | undefined;
  readonly error: unknown;
  readonly refetch: () => unknown;
};

type ShowProps<Data> = {
  readonly of: Query<Data>;
  readonly children: (data: Data) => ReactNode;
  readonly rows?: number;
};

/** An answer when it is there, grey lines before, the trouble if there is one. What was read before stays on trouble. */
export function Show<Data>({ of, children, rows }: ShowProps<Data>) {
  if (of.data !== undefined) return children(of.data);
  if (of.error) return <Trouble error={of.error} retry={() => of.refetch()} />;
  return <Waiting {...(rows !== undefined && { rows })} />;
}
