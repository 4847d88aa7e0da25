import { once } from 'node:events';
import { type AddressInfo, createServer, type Server } from 'node:net';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { smtpMailer } from '#lambda/smtp';

/** A server that speaks as much SMTP as a client needs, and refuses what it is told to refuse. */
function smtpServer(received: string[], refusals: Readonly<Record<string, string>>): Server {
  return createServer((socket) => {
    const say = (line: string) => socket.write(`${line}\r\n`);
    let body: string[] | undefined;
    say('220 test');
    createInterface({ input: socket }).on('line', (line) => {
      if (body && line !== '.') return void body.push(line);
      if (body) {
        received.push(body.join('\n'));
        body = undefined;
        return void say('250 kept');
      }
      const refusal = Object.entries(refusals).find(([part]) => line.includes(part))?.[1];
      if (refusal) return void say(refusal);
      if (line === 'DATA') {
        body = [];
        return void say('354 go on');
      }
      say(line === 'QUIT' ? '221 bye' : '250 fine');
    });
    socket.on('error', () => undefined);
  });
}

describe('smtpMailer', () => {
  const received: string[] = [];
  const server = smtpServer(received, {
    'RCPT TO:<gone@': '550 no such user',
    'RCPT TO:<busy@': '450 try later',
    'MAIL FROM:<wrong@': '550 not your name',
  });
  let url: string;
  beforeAll(async () => {
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    url = `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => server.close());

  const mail = (to: string) => ({
    to,
    subject: '【学创】申报书已退回',
    text: '请修改。',
    at: '2026-03-02T09:00:00.000+08:00',
  });

  it('sends a message with its time, and marks it as sent by a machine', async () => {
    await smtpMailer({ url, from: '学习办 <office@example.org>' }).send(mail('wangmei@example.org'));
    const [message = ''] = received;
    expect(message).toContain('To: wangmei@example.org');
    expect(message).toContain('Date: Mon, 02 Mar 2026 01:00:00 +0000');
    expect(message).toContain('Auto-Submitted: auto-generated');
    const encoded = /\n\n(?<body>[\s\S]+)$/.exec(message)?.groups?.['body'] ?? '';
    expect(Buffer.from(encoded, 'base64').toString()).toBe('请修改。');
  });

  it('calls undeliverable what can never arrive, and nothing else', async () => {
    const mailer = smtpMailer({ url, from: 'office@example.org' });
    await expect(mailer.send(mail('wangmei'))).rejects.toMatchObject({ name: 'Undeliverable' });
    await expect(mailer.send(mail('gone@example.org'))).rejects.toMatchObject({ name: 'Undeliverable' });
    await expect(mailer.send(mail('busy@example.org'))).rejects.toMatchObject({ responseCode: 450 });
    const misconfigured = smtpMailer({ url, from: 'wrong@example.org' });
    await expect(misconfigured.send(mail('wangmei@example.org'))).rejects.toMatchObject({ responseCode: 550 });
  });
});
