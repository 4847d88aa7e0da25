import { Link } from '@tanstack/react-router';
import { createContext, type ReactNode, useEffect, useRef } from 'react';
import { kit } from '#web/messages/kit.ts';
import { useTell } from '#web/messages/language.tsx';
import { ServerTime } from './time.tsx';
import { useTitle } from './use-title.ts';

/** Whether the place has its heading: the frame of the desks has none before a page comes. */
export const Headed = createContext(true);

export type Crumb = { readonly label: string; readonly to?: string };

type PageProps = {
  readonly title: string;
  /** The case's or cycle's number, beside the title. */
  readonly number?: string;
  readonly crumbs?: readonly Crumb[];
  /** The status with since when and what comes next. */
  readonly status?: ReactNode;
  /** The page's one primary button, and what stands beside it. */
  readonly actions?: ReactNode;
  /** Forms are read at 760 px, tables take what there is. */
  readonly width?: 'reading' | 'full';
  readonly children: ReactNode;
};

/** What a name is not known of yet is no way back. */
const isKnown = ({ label }: Crumb): boolean => label !== '';

/** Every page: its title in the window and as the heading that has the focus, the way back, status, server's time. */
export function Page({ title, number, crumbs = [], status, actions, width = 'full', children }: PageProps) {
  const tell = useTell();
  const heading = useRef<HTMLHeadingElement>(null);
  useTitle(title);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  return (
    <div className={width === 'reading' ? 'reading' : undefined} style={{ paddingBottom: 48 }}>
      <div className="row spread no-print" style={{ fontSize: 13, marginBottom: 8 }}>
        <nav aria-label={tell(kit.crumbs)} className="quiet">
          {crumbs.filter(isKnown).map(({ label, to }) => (
            <span key={label}>
              {to ? <Link to={to}>{label}</Link> : label}
              <span aria-hidden> / </span>
            </span>
          ))}
          <span aria-current="page">{title}</span>
        </nav>
        <ServerTime />
      </div>
      <div className="row spread" style={{ marginBottom: 16 }}>
        <div className="row">
          <h1 ref={heading} tabIndex={-1}>
            {title}{' '}
            {number && (
              <span className="quiet figures" style={{ fontSize: 15, fontWeight: 400 }}>
                {number}
              </span>
            )}
          </h1>
          {status}
        </div>
        <div className="row no-print">{actions}</div>
      </div>
      <Headed value={true}>{children}</Headed>
    </div>
  );
}
