import { Outlet, useRouter } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTitle } from '#web/kit/use-title.ts';
import { kit } from '#web/messages/kit.ts';
import { useTell } from '#web/messages/language.tsx';

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

/** A page that broke: says so with a number for the office; a chunk that is gone after an update is fetched anew once. */
export function UnexpectedPage({ error }: { readonly error: unknown }) {
  const tell = useTell();
  const router = useRouter();
  useTitle(tell(kit.unexpected));
  const [number] = useState(() => crypto.randomUUID().slice(0, 8));
  useEffect(() => {
    console.error(number, error);
  }, [number, error]);
  return (
    <main className="reading" role="alert" style={{ margin: '64px auto', padding: 16 }}>
      <h1>{tell(kit.unexpected)}</h1>
      <p className="quiet">{tell(kit.unexpectedHelp)}</p>
      <p className="figures quiet">{tell(kit.requestNumber(number))}</p>
      <button type="button" onClick={() => router.invalidate()}>
        {tell(kit.retry)}
      </button>
    </main>
  );
}
