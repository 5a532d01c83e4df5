/** What the button says in one language. */
export interface Captions {
  /** On the button; `{crm}` stands for the CRM's name. */
  readonly title: string;
  /** The consent window cut its tie to the page. */
  readonly detached: string;
  readonly cancel: string;
  readonly reopen: string;
  /** The browser refused to open the window. */
  readonly blocked: string;
  /** The link that opens the consent page in a tab instead. */
  readonly link: string;
}

export const captions = {
  en: {
    title: 'Continue with {crm}',
    detached: 'Finish in the other window.',
    cancel: 'Cancel',
    reopen: 'Open again',
    blocked: 'Your browser blocked the window.',
    link: 'Open in a new tab',
  },
  es: {
    title: 'Continuar con {crm}',
    detached: 'Termina en la otra ventana.',
    cancel: 'Cancelar',
    reopen: 'Abrir de nuevo',
    blocked: 'Tu navegador bloqueó la ventana.',
    link: 'Abrir en otra pestaña',
  },
  id: {
    title: 'Lanjutkan dengan {crm}',
    detached: 'Selesaikan di jendela lain.',
    cancel: 'Batal',
    reopen: 'Buka lagi',
    blocked: 'Browser memblokir jendela.',
    link: 'Buka di tab baru',
  },
  pt: {
    title: 'Continuar com {crm}',
    detached: 'Conclua na outra janela.',
    cancel: 'Cancelar',
    reopen: 'Abrir de novo',
    blocked: 'O navegador bloqueou a janela.',
    link: 'Abrir em outra aba',
  },
  ru: {
    title: 'Продолжить с {crm}',
    detached: 'Завершите в другом окне.',
    cancel: 'Отмена',
    reopen: 'Открыть снова',
    blocked: 'Браузер заблокировал окно.',
    link: 'Открыть в новой вкладке',
  },
} satisfies Record<string, Captions>;

/** The language of the nearest element with a `lang`, through shadow roots, or else the browser's. */
export function nearestLanguage(element: Element): string {
  const holder = element.closest<HTMLElement>('[lang]');
  const root = element.getRootNode();
  return holder?.lang || (root instanceof ShadowRoot ? nearestLanguage(root.host) : navigator.language);
}
