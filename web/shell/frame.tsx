import { Outlet, useRouter } from '@tanstack/react-router';
import { type ReactNode, useEffect, useState } from 'react';
import { useTitle } from '#web/kit/use-title.ts';
import { kit } from '#web/messages/kit.ts';
import { useTell } from '#web/messages/language.tsx';
import type { Said } from '#web/messages/say.ts';

/** Around everything: no Ant Design in here, so that the first page is light. */
export function RootFrame() {
  return <Outlet />;
}

export function NotFoundPage() {
  const tell = useTell();
  useTitle(tell(kit.notFoundTitle));
  return (
    <main className="reading" style={{ margin: '64px auto', padding: 16 }}>
      <h1>{tell(kit.notFoundTitle)}</h1>
      <p className="quiet">{tell(kit.notFoundHelp)}</p>
      <a href="/console/home">{tell(kit.toHome)}</a>
    </main>
  );
}

/** What browsers say of a script that did not come (Chromium, Firefox, Safari), and the build of its styles. */
const isNotLoaded = (error: unknown): boolean =>
  error instanceof Error && /dynamically imported module|importing a module script|preload css/i.test(error.message);

/** A page that broke, or whose script did not come; one that is gone after an update the router fetches anew by itself. */
export function UnexpectedPage({ error }: { readonly error: unknown }) {
  return isNotLoaded(error) ? (
    <NotShown title={kit.unreachable} help={kit.unreachableHelp} />
  ) : (
    <BrokenPage error={error} />
  );
}

/** Says so, with a number for the office. */
function BrokenPage({ error }: { readonly error: unknown }) {
  const tell = useTell();
  const [number] = useState(() => crypto.randomUUID().slice(0, 8));
  useEffect(() => {
    console.error(number, error);
  }, [number, error]);
  return (
    <NotShown title={kit.unexpected} help={kit.unexpectedHelp}>
      <p className="figures quiet">{tell(kit.requestNumber(number))}</p>
    </NotShown>
  );
}

type NotShownProps = { readonly title: Said; readonly help: Said; readonly children?: ReactNode };

function NotShown({ title, help, children }: NotShownProps) {
  const tell = useTell();
  const router = useRouter();
  useTitle(tell(title));
  return (
    <main className="reading" style={{ margin: '64px auto', padding: 16 }}>
      <div role="alert">
        <h1>{tell(title)}</h1>
        <p className="quiet">{tell(help)}</p>
        {children}
      </div>
      <button type="button" onClick={() => router.invalidate()}>
        {tell(kit.retry)}
      </button>
    </main>
  );
}
