import { useTell } from '#web/messages/language.tsx';
import { privacy, privacyVersion } from '#web/messages/privacy.ts';

/** The whole notice, on the page: nobody agrees to what they did not see. */
export function PrivacyText() {
  const tell = useTell();
  return (
    <section className="card" aria-labelledby="privacy-title">
      <h2 id="privacy-title" className="serif">
        {tell(privacy.title)}
      </h2>
      <p className="quiet figures">{tell(privacy.version(privacyVersion))}</p>
      {privacy.sections.map(({ head, text }) => (
        <div key={tell(head)}>
          <h3>{tell(head)}</h3>
          <p>{tell(text)}</p>
        </div>
      ))}
    </section>
  );
}
