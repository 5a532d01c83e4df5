import { Component, CUSTOM_ELEMENTS_SCHEMA, effect, type ElementRef, signal, viewChild } from '@angular/core';
import type { CrmOAuthButton, CrmOAuthErrorEvent, CrmOAuthSuccessEvent } from 'crm-oauth-button';

@Component({
  selector: 'app-root',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <main>
      @if (shown()) {
        <crm-oauth-button
          #button
          client-id="shop"
          server="http://localhost:4400"
          [theme]="dark() ? 'dark' : 'light'"
          (crm-oauth-success)="onSuccess($event)"
          (crm-oauth-error)="onError($event)"
        />
      }
      <label><input type="checkbox" [checked]="dark()" (change)="dark.set(!dark())" /> Dark</label>
      <label><input type="checkbox" [checked]="shown()" (change)="shown.set(!shown())" /> Shown</label>
      <ul role="log">
        @for (outcome of outcomes(); track $index) {
          <li>{{ outcome }}</li>
        }
      </ul>
    </main>
  `,
})
export class App {
  readonly button = viewChild<ElementRef<CrmOAuthButton>>('button');
  readonly dark = signal(false);
  readonly shown = signal(true);
  readonly outcomes = signal<string[]>([]);

  constructor() {
    // Ends the attempt under way when its button is removed.
    effect((onCleanup) => {
      const button = this.button()?.nativeElement;
      onCleanup(() => button?.cancel());
    });
  }

  onSuccess(event: CrmOAuthSuccessEvent) {
    event.preventDefault(); // stay on this page
    this.tell(`Connected to ${event.response.referer}`);
  }

  onError({ error }: CrmOAuthErrorEvent) {
    this.tell(error.code);
  }

  private tell(outcome: string) {
    this.outcomes.update((before) => [...before, outcome]);
  }
}
