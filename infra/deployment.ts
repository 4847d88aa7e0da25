import { type App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { firewallStack } from './firewall.ts';
import { settingsFrom } from './settings.ts';
import { systemStack } from './stack.ts';

/** Both stacks, held to the rules of AWS Solutions: what they find and is not answered with a reason stops a synth. */
export function deployment(app: App, consoleFolder: string) {
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
  const settings = settingsFrom((key) => app.node.tryGetContext(key));
  return {
    system: systemStack(app, 'xuechuang', { settings, consoleFolder }),
    firewall: firewallStack(app, 'xuechuang-firewall'),
  };
}
