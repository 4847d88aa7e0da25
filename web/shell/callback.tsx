import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { finishSignIn, signIn } from '#web/api/session.ts';
import { useTell } from '#web/messages/language.tsx';
import { shell } from '#web/messages/shell.ts';

/** Back from the provider. The code is taken once, even where React mounts twice. */
let taken: Promise<string> | undefined;

export function CallbackPage() {
  const tell = useTell();
  const navigate = useNavigate();
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    taken ??= finishSignIn(new URL(location.href));
    taken
      .then((back) => navigate({ href: back, replace: true }))
      .catch((error: unknown) => {
        console.error(error);
        setFailed(true);
      })
      .finally(() => {
        taken = undefined;
      });
  }, [navigate]);
  return (
    <main className="reading" style={{ margin: '64px auto', padding: 16 }} aria-live="polite">
      <h1>{tell(failed ? shell.signInFailed : shell.signingIn)}</h1>
      {failed && (
        <>
          <p className="quiet">{tell(shell.signInFailedHelp)}</p>
          <button type="button" onClick={() => signIn({ back: '/home' })}>
            {tell(shell.enter)}
          </button>
        </>
      )}
    </main>
  );
}

/** `/sign-in?as=office`: straight to the provider, with the user name filled in. For links on other pages. */
export function SignInPage() {
  const tell = useTell();
  useEffect(() => {
    const query = new URLSearchParams(location.search);
    const hint = query.get('as');
    const back = query.get('back');
    // Only a place of the console itself: a link from elsewhere must not lead away after the sign-in.
    void signIn({ back: back && /^\/(?!\/)/.test(back) ? back : '/home', ...(hint && { hint, again: true }) });
  }, []);
  return (
    <main className="reading" style={{ margin: '64px auto', padding: 16 }}>
      <h1>{tell(shell.signingIn)}</h1>
    </main>
  );
}
