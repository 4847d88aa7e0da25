import { useNavigate } from '@tanstack/react-router';
import { useCallback, useEffect, useState } from 'react';
import { keepsNothing } from '#web/api/keeping.ts';
import { finishSignIn, signIn } from '#web/api/session.ts';
import { useTitle } from '#web/kit/use-title.ts';
import { useTell } from '#web/messages/language.tsx';
import { shell } from '#web/messages/shell.ts';

/** Back from the provider. The code is taken once, even where React mounts twice. */
let taken: Promise<string> | undefined;

export function CallbackPage() {
  const navigate = useNavigate();
  const [failed, setFailed] = useFailure();
  useEffect(() => {
    taken ??= finishSignIn(new URL(location.href));
    taken
      .then((back) => navigate({ href: back, replace: true }))
      .catch(setFailed)
      .finally(() => {
        taken = undefined;
      });
  }, [navigate, setFailed]);
  return <SigningIn failed={failed} />;
}

/** `/sign-in?as=office`: straight to the provider, with the user name filled in. For links on other pages. */
export function SignInPage() {
  const [failed, setFailed] = useFailure();
  useEffect(() => {
    const query = new URLSearchParams(location.search);
    const hint = query.get('as');
    const back = query.get('back');
    // Only a place of the console itself: a link from elsewhere must not lead away after the sign-in.
    const to = back && /^\/(?!\/)/.test(back) ? back : '/home';
    signIn({ back: to, ...(hint && { hint, again: true }) }).catch(setFailed);
  }, [setFailed]);
  return <SigningIn failed={failed} />;
}

/** Whether it failed; why is for whoever helps. */
function useFailure() {
  const [failed, setFailed] = useState(false);
  const note = useCallback((error: unknown): void => {
    console.error(error);
    setFailed(true);
  }, []);
  return [failed, note] as const;
}

function SigningIn({ failed }: { readonly failed: boolean }) {
  const tell = useTell();
  const [why, help] = keepsNothing()
    ? [shell.keepsNothing, shell.keepsNothingHelp]
    : [shell.signInFailed, shell.signInFailedHelp];
  const title = tell(failed ? why : shell.signingIn);
  useTitle(title);
  return (
    <main className="reading" style={{ margin: '64px auto', padding: 16 }} aria-live="polite">
      <h1>{title}</h1>
      {failed && (
        <>
          <p className="quiet">{tell(help)}</p>
          <button type="button" onClick={() => signIn({ back: '/home' }).catch(console.error)}>
            {tell(shell.enter)}
          </button>
        </>
      )}
    </main>
  );
}
