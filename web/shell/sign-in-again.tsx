import { Button } from 'antd';
import { useEffect } from 'react';
import { notSignedIn } from '#web/api/problem.ts';
import { signIn } from '#web/api/session.ts';
import { Empty } from '#web/kit/states.tsx';
import { kit } from '#web/messages/kit.ts';
import { useTell } from '#web/messages/language.tsx';
import { say } from '#web/messages/say.ts';

const { words } = notSignedIn();

type SignInAgainProps = { readonly hasEnded?: boolean };

/** The sign-in ended, or a link was opened before it: back here afterwards. What was typed is kept on this machine. */
export function SignInAgain({ hasEnded = false }: SignInAgainProps) {
  const tell = useTell();
  const back = location.pathname.replace(/^\/console/, '') + location.search;
  // A link that was opened in a new tab: whoever is signed in at the provider is back at once.
  useEffect(() => {
    if (!hasEnded) signIn({ back }).catch(() => undefined);
  }, [hasEnded, back]);
  return (
    <Empty title={hasEnded ? say(words.zh, words.en) : kit.signInFirst}>
      <Button type="primary" onClick={() => signIn({ back })}>
        {tell(kit.signIn)}
      </Button>
    </Empty>
  );
}
